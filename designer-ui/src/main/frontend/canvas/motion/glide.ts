import { EASE, isStill } from './motion';

/** A drawing of which more moves at once is only shown as it is then. */
const MANY = 150;

interface Point {
  x: number;
  y: number;
}

/** Cards that make room, close up or are tidied glide to their places, so that the eye can follow; what a hand drags does not. */
export class Glide {
  static $inject = ['eventBus', 'dragging'];

  private readonly cards = new WeakMap<any, Point>();
  private readonly lines = new WeakMap<any, Point[]>();
  private many = false;

  constructor(
    eventBus: any,
    private readonly dragging: any
  ) {
    eventBus.on('shape.added', 100, ({ element }: any) => void this.cards.set(element, { x: element.x, y: element.y }));
    eventBus.on('connection.added', 100, ({ element }: any) => void this.lines.set(element, pointsOf(element)));
    eventBus.on('elements.changed', 3000, ({ elements }: any) => {
      this.many = elements.length > MANY || isStill();
    });
    eventBus.on('shape.changed', 100, ({ element, gfx }: any) => this.card(element, gfx));
    eventBus.on('connection.changed', 100, ({ element, gfx }: any) => this.line(element, gfx));
  }

  private card(card: any, gfx: SVGElement) {
    const from = this.cards.get(card);
    const to = { x: card.x, y: card.y };
    this.cards.set(card, to);
    if (!from || this.many || (from.x === to.x && from.y === to.y) || this.inHand(card)) return;
    gfx.animate([{ transform: at(from) }, { transform: at(to) }], EASE);
  }

  private line(line: any, gfx: SVGElement) {
    const from = this.lines.get(line);
    const to = pointsOf(line);
    this.lines.set(line, to);
    const drawn = gfx.querySelector('.djs-visual');
    if (!from || this.many || !drawn) return;
    const by = { x: from[0].x - to[0].x, y: from[0].y - to[0].y };
    const whole = from.length === to.length && to.every((at, i) => from[i].x - at.x === by.x && from[i].y - at.y === by.y);
    if (whole && !by.x && !by.y) return;
    drawn.animate(whole ? [{ transform: at(by) }, { transform: 'none' }] : [{ opacity: 0 }, { opacity: 1 }], EASE);
  }

  private inHand(card: any): boolean {
    const { shapes, shape } = this.dragging.context()?.data?.context ?? {};
    return shape === card || !!shapes?.includes(card);
  }
}

function at({ x, y }: Point): string {
  return `translate(${x}px, ${y}px)`;
}

function pointsOf({ waypoints }: any): Point[] {
  return waypoints.map(({ x, y }: Point) => ({ x, y }));
}
