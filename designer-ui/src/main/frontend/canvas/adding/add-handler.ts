import type { Blocks } from '../blocks';
import type { CloseGap } from './close-gap';
import { below, center, downstream, free, GAP, type Point } from './room';

/** Where a block goes: after another, into a line, or to a free place. */
export type Place = { after: any; at?: Point } | { into: any; at?: Point } | { at: Point };

interface Context {
  shape: any;
  place: Place;
}

/** Puts a new block, or one that stands alone, into the drawing with the lines it needs; one undoable step. */
export class AddHandler {
  static $inject = ['modeling', 'canvas', 'elementRegistry', 'blocks', 'closeGap'];

  constructor(
    private readonly modeling: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly blocks: Blocks,
    private readonly gaps: CloseGap
  ) {}

  preExecute(context: Context) {
    const { place } = context;
    if ('after' in place) this.after(context, place.after, place.at);
    else if ('into' in place) this.into(context, place.into, place.at);
    else this.put(context, free(place.at, this.cards(context.shape), { x: 0, y: GAP.y }));
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }

  private after(context: Context, source: any, at?: Point) {
    const others = this.cards(context.shape);
    this.put(context, at ? free(at, others, { x: 0, y: GAP.y }) : below(source, others));
    this.modeling.connect(source, context.shape, { type: 'bpmn:SequenceFlow' });
  }

  private into(context: Context, flow: any, at?: Point) {
    const { source, target } = flow;
    const end = flow.waypoints[flow.waypoints.length - 1];
    const straight = Math.abs(center(source).x - end.x) < 1;
    const x = straight || !at || Math.abs(at.x - end.x) <= Math.abs(at.x - center(source).x) ? end.x : center(source).x;
    const half = context.shape.height / 2;
    const highest = source.y + source.height + GAP.y + half;
    const lowest = target.y - GAP.y - half;
    const y = Math.max(highest, Math.min(at?.y ?? highest, lowest));
    this.put(context, { x, y: Math.round(y) });
    this.makeRoom(context.shape, source, target);
    this.modeling.reconnectEnd(flow, context.shape, center(context.shape));
    if (this.blocks.of(context.shape)?.ways !== 'none') {
      this.modeling.connect(context.shape, target, { type: 'bpmn:SequenceFlow' });
    }
    for (const each of [...context.shape.incoming, ...context.shape.outgoing]) this.modeling.layoutConnection(each);
  }

  /** What follows moves down, until the new block has air below it. */
  private makeRoom(shape: any, source: any, target: any) {
    const lacking = shape.y + shape.height + GAP.y - target.y;
    const enough = lacking <= 0 || target.y < source.y;
    this.gaps.remember(shape, enough ? 0 : lacking);
    if (enough) return;
    const following = downstream(target, new Set([source, shape])).filter((one) => one.y >= target.y && one !== shape);
    if (following.length) this.modeling.moveElements(following, { x: 0, y: lacking }, undefined, { autoResize: false });
  }

  private put(context: Context, at: Point) {
    const { shape } = context;
    if (!shape.parent) {
      context.shape = this.modeling.createShape(shape, at, this.canvas.getRootElement());
      return;
    }
    const from = center(shape);
    const by = { x: at.x - from.x, y: at.y - from.y };
    if (by.x || by.y) this.modeling.moveElements([shape], by);
  }

  private cards(without: any): any[] {
    return this.elementRegistry.filter((e: any) => e !== without && this.blocks.of(e));
  }
}
