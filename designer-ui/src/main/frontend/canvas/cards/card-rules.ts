import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';
import type { Blocks } from '../blocks';

/** What cannot be done to cards: no Wait on a task's edge, no other size, no way out of an Exit, no drawing without a Start. */
export class CardRules extends RuleProvider {
  static $inject = ['eventBus', 'blocks', 'elementRegistry'];

  constructor(
    eventBus: any,
    private readonly blocks: Blocks,
    private readonly elementRegistry: any
  ) {
    super(eventBus);
  }

  override init() {
    const refuse = (rule: string, which: (context: any) => any) =>
      this.addRule(rule, 2000, (context: any) => (this.blocks.of(which(context)) ? false : undefined));
    refuse('shape.attach', (context) => context.shape);
    refuse('shape.resize', (context) => context.shape);
    refuse('connection.updateWaypoints', (context) => context.connection?.source);
    this.addRule('connection.create', 2000, ({ source, target }: any) =>
      this.blocks.of(source)?.ways === 'none' || this.isStart(target) || (source && source === target) ? false : undefined
    );
    this.addRule('elements.delete', 2000, ({ elements }: any) => elements.filter((one: any) => !this.isLastStart(one, elements)));
  }

  private isStart(element: any): boolean {
    return this.blocks.of(element)?.drawn === 'start-event';
  }

  private isLastStart(element: any, leaving: any[]): boolean {
    if (!this.isStart(element)) return false;
    return !this.elementRegistry.filter((other: any) => this.isStart(other) && !leaving.includes(other)).length;
  }
}
