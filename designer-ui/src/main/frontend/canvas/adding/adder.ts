import type { Block } from '../catalogue';
import type { Blocks } from '../blocks';
import type { BlockFactory } from '../block-factory';
import { follow, inView } from '../fit';
import type { OpenEnds } from '../exits/open-ends';
import { say, type Words } from '../words';
import type { Place } from './add-handler';
import type { Point } from './room';

/** What stands around a card: the tools above it, its buttons beside it, its handle below. */
const AROUND = { top: 80, right: 56, bottom: 64, left: 56 };

/** Adds blocks where a person would: after the selected one, into its line, after the only open end, or in the middle of the view. */
export class Adder {
  static $inject = ['commandStack', 'blocks', 'blockFactory', 'selection', 'canvas', 'elementRegistry', 'eventBus', 'config.words', 'openEnds'];

  constructor(
    private readonly commandStack: any,
    private readonly blocks: Blocks,
    private readonly blockFactory: BlockFactory,
    private readonly selection: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly eventBus: any,
    private readonly words: Words,
    private readonly openEnds: OpenEnds
  ) {}

  /** Adds a block near an element, else near what is selected, and selects it; at a point where one is given. */
  add(block: Block, near?: any, at?: Point) {
    const place = this.place(block, near ?? this.near());
    this.put(this.blockFactory.create(block), at && 'after' in place ? { ...place, at } : place);
  }

  put(shape: any, place: Place) {
    const context: any = { shape, place };
    this.commandStack.execute('usher.add', context);
    this.selection.select(context.shape);
    if (!inView(this.canvas, context.shape)) follow(this.canvas, context.shape, AROUND);
    this.eventBus.fire('usher.say', { text: say(this.words.added, this.blocks.title(context.shape)) });
  }

  /** Where a block goes that is added to a block or a line. */
  place(block: Block, near: any): Place {
    const passes = block.ways !== 'none' && block.drawn !== 'start-event';
    if (near?.waypoints && passes && near.businessObject.$type === 'bpmn:SequenceFlow') return { into: near };
    const [open] = this.openEnds.of(near);
    if (open && passes) return { into: open };
    if (this.blocks.hasWayLeft(near)) return { after: near };
    const ways = this.blocks.of(near)?.ways;
    const line = ways === 'one' ? near.outgoing[0] : ways === 'none' && near.incoming.length === 1 ? near.incoming[0] : undefined;
    return line && passes ? { into: line } : { at: this.middle() };
  }

  private near(): any {
    const [selected, ...more] = this.selection.get();
    if (selected) return more.length ? undefined : selected;
    const open = this.elementRegistry.filter((e: any) => this.blocks.of(e)?.ways === 'one' && !e.outgoing.length);
    return open.length === 1 ? open[0] : undefined;
  }

  private middle() {
    const view = this.canvas.viewbox();
    return { x: Math.round(view.x + view.width / 2), y: Math.round(view.y + view.height / 2) };
  }
}
