import AutoScroll from 'diagram-js/lib/features/auto-scroll/AutoScroll';

const EDGE = 24;
const INSIDE = 56;
const LINGER = 350;
const PER_SECOND = 360;

interface Point {
  x: number;
  y: number;
}

/**
 * While something is dragged the drawing stays, until the mouse rests at the border on purpose: what comes in from the palette
 * must have been well inside before, so that nothing runs away under it. It never goes on past the middle of the view.
 */
export class CalmScroll extends (AutoScroll as any) {
  static $inject = ['config.autoScroll', 'eventBus', 'canvas'];

  private inside = false;
  private since?: number;
  private last = 0;

  constructor(config: any, eventBus: any, canvas: any) {
    super(config, eventBus, canvas);
    eventBus.on('drag.start', ({ originalEvent }: any) => {
      this.inside = canvas.getContainer().contains(originalEvent?.target);
      this.since = undefined;
    });
  }

  startScroll(point: Point) {
    this.stopScroll();
    const way = this.way(point);
    if (!way) return;
    const now = performance.now();
    this.since ??= now;
    if (now - this.since >= LINGER) this.step(way, Math.min(50, now - this.last));
    this.last = now;
    this._scrolling = window.setTimeout(() => this.startScroll(point), 15);
  }

  /** To which side, when the mouse is at the border. */
  private way({ x, y }: Point): Point | undefined {
    const { clientWidth: width, clientHeight: height } = this._canvas.getContainer();
    const from = Math.min(x, y, width - x, height - y);
    this.inside ||= from > Math.min(INSIDE, width / 4, height / 4);
    const side = (at: number, size: number) => (at < EDGE ? -1 : at > size - EDGE ? 1 : 0);
    const way = { x: side(x, width), y: side(y, height) };
    if (this.inside && from > 0 && (way.x || way.y)) return way;
    this.since = undefined;
    return undefined;
  }

  private step(way: Point, ms: number) {
    const { x, y, width, height, scale, inner } = this._canvas.viewbox();
    const middle = { x: x + width / 2, y: y + height / 2 };
    const goes = {
      x: way.x < 0 ? inner.x < middle.x : inner.x + inner.width > middle.x,
      y: way.y < 0 ? inner.y < middle.y : inner.y + inner.height > middle.y,
    };
    const by = (PER_SECOND * ms) / 1000;
    const dx = goes.x ? -way.x * by : 0;
    const dy = goes.y ? -way.y * by : 0;
    if (scale && (dx || dy)) this._canvas.scroll({ dx, dy });
  }
}
