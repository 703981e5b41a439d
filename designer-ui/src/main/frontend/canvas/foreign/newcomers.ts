import type { Blocks } from '../blocks';
import type { Block } from '../catalogue';
import type { Lock } from '../lock/lock';
import { say, type Words } from '../words';
import { fitting, hasStart } from './kinds';

/** What of a drawing from elsewhere can only be meant as one block becomes that block when it is opened; one undoable step. */
export class Newcomers {
  static $inject = ['canvas', 'elementRegistry', 'commandStack', 'selection', 'eventBus', 'blocks', 'lock', 'config.words'];

  constructor(
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly commandStack: any,
    private readonly selection: any,
    private readonly eventBus: any,
    private readonly blocks: Blocks,
    private readonly lock: Lock,
    private readonly words: Words
  ) {}

  /** Plain start and end events become Start and Exit; a drawing that begins nowhere gets a Start. What was done, in sentences. */
  adopt(): string[] {
    if (this.lock.locked) return [];
    const start = this.blocks.all.find((block) => block.drawn === 'start-event');
    const exit = this.blocks.all.find((block) => block.drawn === 'end-event' && block.ways === 'none');
    const [first, ...more] = this.plain('bpmn:StartEvent');
    const begins = first && !more.length && start && fitting(first, this.blocks).includes(start) ? first : undefined;
    const ends = exit ? this.plain('bpmn:EndEvent').filter((event) => fitting(event, this.blocks).includes(exit)) : [];
    const replacements = [
      ...(begins ? [{ element: begins, block: start! }] : []),
      ...ends.map((element) => ({ element, block: exit! })),
    ];
    const begun = hasStart(this.canvas.getRootElement(), this.blocks) || this.all('bpmn:StartEvent').length > 0;
    const lacking = begun ? undefined : start;
    if (!replacements.length && !lacking) return [];
    this.commandStack.execute('usher.adopt', { replacements, start: lacking });
    const titles = [...new Set(replacements.map(({ block }) => block.title))];
    return [
      titles.length ? say(this.words.adopted, titles.join(', ')) : '',
      lacking ? say(this.words.startAdded, lacking.title) : '',
    ].filter(Boolean);
  }

  /** As the person asks for it, beside the element. */
  replace(element: any, block: Block) {
    if (this.lock.locked || !fitting(element, this.blocks).includes(block)) return;
    const context: { element: any; block: Block; made?: any } = { element, block };
    this.commandStack.execute('usher.replace', context);
    this.selection.select(context.made);
    this.eventBus.fire('usher.say', { text: say(this.words.added, this.blocks.title(context.made)) });
  }

  private all(type: string): any[] {
    const root = this.canvas.getRootElement();
    return this.elementRegistry.filter((e: any) => e.parent === root && e.type !== 'label' && e.businessObject.$type === type);
  }

  private plain(type: string): any[] {
    return this.all(type).filter((e) => !this.blocks.of(e) && !e.businessObject.eventDefinitions?.length);
  }
}
