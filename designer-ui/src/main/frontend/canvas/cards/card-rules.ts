import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';
import type { Blocks } from '../blocks';

/** What cannot be done to cards: a Wait does not stick to a task's edge, no card changes its size, no flow leaves an Exit. */
export class CardRules extends RuleProvider {
  static $inject = ['eventBus', 'blocks'];

  constructor(
    eventBus: any,
    private readonly blocks: Blocks
  ) {
    super(eventBus);
  }

  override init() {
    const refuse = (rule: string, which: (context: any) => any) =>
      this.addRule(rule, 2000, (context: any) => (this.blocks.of(which(context)) ? false : undefined));
    refuse('shape.attach', (context) => context.shape);
    refuse('shape.resize', (context) => context.shape);
    this.addRule('connection.create', 2000, ({ source, target }: any) =>
      this.blocks.of(source)?.ways === 'none' || (source && source === target) ? false : undefined
    );
  }
}
