import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { center, type Point } from '../adding/room';
import type { BlockFactory } from '../block-factory';
import type { Blocks } from '../blocks';
import { exitOf, type Exit } from '../drawing';
import type { Columns } from './columns';
import { FIRST_WAYS } from './exit-names';
import { inOrder, type OpenEnds } from './open-ends';

/** Round a card that is brought into view; above it stand the tools. */
const MARGIN = { top: 80, right: 40, bottom: 40, left: 40 };

/**
 * A decision arrives with its ways: named, and each ending in an Exit, so that rules and shares can be given before any
 * line is drawn. Put into a line, that line is the first way; a copy has the ways of the original. All in the step that
 * brings the decision.
 */
export class Branches extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling', 'canvas', 'blocks', 'blockFactory', 'openEnds', 'columns'];

  constructor(
    eventBus: any,
    private readonly modeling: any,
    private readonly canvas: any,
    private readonly blocks: Blocks,
    private readonly blockFactory: BlockFactory,
    private readonly openEnds: OpenEnds,
    private readonly columns: Columns
  ) {
    super(eventBus);
    this.preExecute('usher.add', 3000, ({ context }: any) => {
      context.arrives = !context.shape.parent && this.blocks.isDecision(context.shape);
    });
    // without an answer, which would be the last that anybody hears of it
    this.postExecuted('usher.add', ({ context }: any) => {
      if (!context.arrives) return;
      this.arrived(context.shape);
      this.bringIntoView(context.shape);
    });
    eventBus.on('copyPaste.copyElement', ({ descriptor, element }: any) => {
      if (this.blocks.isDecision(element)) descriptor.waysOfOriginal = waysOf(element);
    });
    this.postExecuted('elements.create', ({ context }: any) =>
      context.elements.filter((one: any) => this.blocks.isDecision(one)).forEach((one: any) => this.arrived(one))
    );
  }

  /** One more way out of a decision, to an Exit of its own. */
  oneMore(decision: any) {
    const [place] = decision.outgoing.length ? this.columns.beside(decision, 1) : this.columns.under(decision, 1, []);
    this.lead(decision, place);
  }

  private arrived(decision: any) {
    const lacking = this.lacking(decision);
    if (!lacking.length) return;
    const ends = this.openEnds.of(decision).map((flow) => flow.target);
    const goesOn = decision.outgoing.length > ends.length;
    const places = goesOn
      ? this.columns.beside(decision, lacking.length)
      : this.columns.under(decision, ends.length + lacking.length, ends);
    if (!goesOn) for (const end of ends) this.move(end, places.shift()!);
    lacking.forEach((way, i) => this.lead(decision, places[i], way));
    for (const flow of decision.outgoing) this.modeling.layoutConnection(flow, { waypoints: [] });
  }

  /** The ways of the original that a copy has not, else as many as are wanted. */
  private lacking(decision: any): (Exit | undefined)[] {
    const has = waysOf(decision);
    const original: Exit[] = decision.waysOfOriginal ?? [];
    if (original.length) return original.filter((way) => !has.some((one) => same(one, way)));
    return Array.from({ length: Math.max(0, FIRST_WAYS - has.length) }, () => undefined);
  }

  private lead(decision: any, at: Point, exit?: Exit) {
    const kind = this.blocks.all.find((block) => block.drawn === 'end-event');
    if (!kind) return;
    const end = this.modeling.createShape(this.blockFactory.create(kind), at, this.canvas.getRootElement());
    this.modeling.connect(decision, end, { type: 'bpmn:SequenceFlow' }, { oneMoreWay: true, exit });
  }

  /** All that came, as far as it has room beside the decision. */
  private bringIntoView(decision: any) {
    const ends = decision.outgoing.map((flow: any) => flow.target).sort((a: any, b: any) => b.x - a.x);
    for (const card of [...ends, decision]) this.canvas.scrollToElement(card, MARGIN);
  }

  private move(end: any, to: Point) {
    const from = center(end);
    if (from.x !== to.x || from.y !== to.y) this.modeling.moveElements([end], { x: to.x - from.x, y: to.y - from.y });
  }
}

function waysOf(decision: any): Exit[] {
  return [...decision.outgoing].sort(inOrder).flatMap((flow) => exitOf(flow) ?? []);
}

function same(one: Exit, other: Exit): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
