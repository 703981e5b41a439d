import type { Blocks } from '../blocks';
import type { Place } from './add-handler';
import type { Adder } from './adder';
import type { OpenEnds } from '../exits/open-ends';
import { center, distance, GAP, type Point } from './room';

const NEAR_LINE = 26;
const MARKERS = { into: 'us-drop-line', after: 'us-drop-below' };

/**
 * While a block is dragged: near a line it goes into the line, under a card it goes after that card. The line or card
 * shows so. A block that is in a flow already is only moved.
 */
export class DropZones {
  static $inject = ['eventBus', 'canvas', 'elementRegistry', 'blocks', 'adder', 'selection', 'openEnds'];

  private marked?: { element: any; marker: string };

  constructor(
    eventBus: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly blocks: Blocks,
    private readonly adder: Adder,
    private readonly selection: any,
    private readonly openEnds: OpenEnds
  ) {
    eventBus.on(['create.move', 'shape.move.move'], 400, ({ context, x, y }: any) => {
      context.place = this.place(context, { x, y });
      this.mark(context.place);
    });
    eventBus.on(['create.end', 'shape.move.end'], 1500, (event: any) => this.drop(event));
    eventBus.on(['create.cleanup', 'shape.move.cleanup'], () => this.mark(undefined));
  }

  private drop({ context, x, y, hover }: any): true | undefined {
    if (!context.place) {
      if (context.elements?.length !== 1 || !hover || !this.blocks.of(context.shape)) return undefined;
      context.place = { at: { x, y } };
    }
    this.adder.put(context.shape, context.place);
    return true;
  }

  private place(context: any, at: Point): Place | undefined {
    const { shape } = context;
    const block = this.blocks.of(shape);
    const several = (context.shapes ?? context.elements ?? []).length > 1;
    if (!block || several || block.drawn === 'start-event' || shape.incoming?.length) return undefined;
    const passes = block.ways !== 'none' && !shape.outgoing?.length;
    const line = passes ? this.lineAt(at, shape) : undefined;
    if (line) return { into: line, at };
    const [end, ...more] = passes ? this.endAt(at, shape) : [];
    if (end && !more.length) return { into: end, at };
    const card = this.cardAbove(at, shape);
    if (!card) return undefined;
    const open = passes ? this.openEnds.of(card) : [];
    if (open.length) return { into: nearest(open, at) };
    if (this.blocks.hasWayLeft(card)) return { after: card };
    return passes && card.outgoing.length === 1 ? { into: card.outgoing[0] } : undefined;
  }

  private lineAt(at: Point, shape: any): any {
    let nearest: any;
    let least = NEAR_LINE;
    for (const flow of this.elementRegistry.filter((e: any) => e.waypoints && e.target !== shape && e.source !== shape)) {
      if (flow.businessObject.$type !== 'bpmn:SequenceFlow') continue;
      const away = distance(at, flow.waypoints);
      if (away < least) [nearest, least] = [flow, away];
    }
    return nearest;
  }

  /** The lines that lead to the Exit on which something is held. */
  private endAt(at: Point, shape: any): any[] {
    const over = (card: any) =>
      Math.abs(at.x - center(card).x) < card.width / 2 && Math.abs(at.y - center(card).y) < card.height / 2;
    const end = this.elementRegistry.find((card: any) => card !== shape && this.blocks.of(card)?.ways === 'none' && over(card));
    return end?.incoming ?? [];
  }

  private cardAbove(at: Point, shape: any): any {
    return this.elementRegistry.find((card: any) => {
      if (card === shape || !this.blocks.of(card) || this.blocks.of(card)!.ways === 'none') return false;
      const down = at.y - (card.y + card.height);
      return Math.abs(at.x - center(card).x) < card.width / 2 && down > -card.height / 4 && down < GAP.y + card.height;
    });
  }

  private mark(place: Place | undefined) {
    const element = place && ('into' in place ? place.into : 'after' in place ? place.after : undefined);
    const marker = place && 'into' in place ? MARKERS.into : MARKERS.after;
    if (this.marked?.element === element && this.marked?.marker === marker) return;
    if (this.marked && this.elementRegistry.get(this.marked.element.id)) {
      this.canvas.removeMarker(this.marked.element, this.marked.marker);
    }
    this.marked = element && { element, marker };
    if (element) this.canvas.addMarker(element, marker);
  }
}

/** The way whose end stands nearest. */
function nearest(ways: any[], at: Point): any {
  const away = (flow: any) => Math.abs(center(flow.target).x - at.x);
  return ways.reduce((best, flow) => (away(flow) < away(best) ? flow : best));
}
