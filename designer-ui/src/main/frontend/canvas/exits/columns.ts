import { center, free, GAP, type Point } from '../adding/room';
import type { Blocks } from '../blocks';
import { CARD } from '../cards/card-shapes';

/** From the middle of a card to the middle of the one beside it. */
export const STEP = CARD.width + GAP.x;

/** Where the ends of a decision's ways stand: in a row under it. What is in the way moves aside, and what leads to it follows. */
export class Columns {
  static $inject = ['modeling', 'canvas', 'elementRegistry', 'blocks'];

  constructor(
    private readonly modeling: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly blocks: Blocks
  ) {}

  /** Places in a row under the middle of the decision. */
  under(decision: any, number: number, moving: any[]): Point[] {
    const half = ((number - 1) / 2) * STEP;
    const places = Array.from({ length: number }, (_, i) => this.at(decision, center(decision).x - half + i * STEP));
    return this.freed(places, decision, { middle: center(decision).x, left: half, right: half }, moving);
  }

  /** Places to the right of all that the decision leads to already. */
  beside(decision: any, number: number): Point[] {
    const right = Math.max(...decision.outgoing.map((flow: any) => center(flow.target).x));
    const places = Array.from({ length: number }, (_, i) => this.at(decision, right + (i + 1) * STEP));
    return this.freed(places, decision, { middle: right, left: -STEP, right: number * STEP }, []);
  }

  private freed(places: Point[], decision: any, room: Room, moving: any[]): Point[] {
    const others = () => this.cards().filter((card) => !moving.includes(card));
    const taken = (place: Point) => free(place, others(), { x: 1, y: 0 }).x !== place.x;
    if (places.some(taken)) this.moveAside(others().filter((card) => card !== decision), decision, lacking(room, others(), places[0].y));
    return places.map((place) => free(place, others(), { x: STEP, y: 0 }));
  }

  private moveAside(cards: any[], decision: any, room: Room) {
    const moved = new Set<any>();
    for (const card of cards) {
      const x = by(center(card).x - room.middle, card.y > decision.y, room);
      if (!x) continue;
      this.modeling.moveShape(card, { x, y: 0 }, this.canvas.getRootElement(), { autoResize: false, layout: false });
      [...card.incoming, ...card.outgoing].forEach((flow) => moved.add(flow));
    }
    for (const flow of moved) this.modeling.layoutConnection(flow, { waypoints: [] });
  }

  private at(decision: any, x: number): Point {
    return { x: Math.round(x), y: decision.y + decision.height + GAP.y + CARD.height / 2 };
  }

  private cards(): any[] {
    return this.elementRegistry.filter((one: any) => this.blocks.of(one));
  }
}

/** So far out of a column, to each side. */
interface Room {
  middle: number;
  left: number;
  right: number;
}

/** How much what stands at this level has to move, for so much room on either side. */
function lacking({ middle, left, right }: Room, cards: any[], y: number): Room {
  const off = cards.filter((card) => Math.abs(center(card).y - y) < (card.height + CARD.height) / 2).map((card) => center(card).x - middle);
  const nearest = (sign: number) => Math.min(...off.map((each) => sign * each).filter((each) => each >= 1));
  return { middle, left: Math.max(0, left + STEP - nearest(-1)), right: Math.max(0, right + STEP - nearest(1)) };
}

/** How far a card goes that is so far from the column: all the way at the level of the places, above it as far as it is off. */
function by(off: number, isBelow: boolean, { left, right }: Room): number {
  const most = off > 0 ? right : left;
  if (Math.abs(off) < 1 || !most) return 0;
  return Math.sign(off) * (isBelow ? most : Math.round(Math.min(most, (Math.abs(off) * most) / STEP)));
}
