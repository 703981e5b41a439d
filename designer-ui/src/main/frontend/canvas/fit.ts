const AIR = 0.92;

/** The bar of tools above the drawing. */
export const TOOLS = 72;

/** A card's handle stays clear of the border where dragging scrolls, and of the mark of bpmn.io. */
export const BELOW = 52;

/** The lower right corner of a picture, where the mark of bpmn.io stands and nothing may cover it. */
const MARK = { width: 80, height: 46 };

const NOT_YET = 'has no size yet';
const placed = new WeakMap<any, string>();

/** Remembers the view as one that no person chose, so that it may be chosen anew for a canvas of another size. */
export function place(canvas: any): void {
  placed.set(canvas, seen(canvas));
}

/** Whether neither the view nor the extent of the drawing has changed since the view was placed, or would have been. */
export function asPlaced(canvas: any): boolean {
  const then = placed.get(canvas);
  return then === NOT_YET || then === seen(canvas);
}

function notYet(canvas: any): void {
  placed.set(canvas, NOT_YET);
}

/** The extent as it is drawn by hand: what stands on the cards beside it, as the mark of a problem, comes and goes. */
function seen(canvas: any): string {
  const { x, y, scale } = canvas.viewbox();
  const corners = canvas
    .getRootElement()
    .children.flatMap((e: any) => e.waypoints ?? [{ x: e.x, y: e.y }, { x: e.x + e.width, y: e.y + e.height }]);
  const [across, down] = [corners.map((at: any) => at.x), corners.map((at: any) => at.y)];
  const edges = [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
  return [x, y, scale * 1000, ...edges].map(Math.round).join();
}

/** Shows the whole drawing below the tools, never larger than life; it hangs from the top, where a small one can grow down. */
export function fit(canvas: any): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (!inner.width || !outer.width) return notYet(canvas);
  const scale = Math.min(1, (outer.width * AIR) / inner.width, (outer.height - TOOLS - BELOW) / inner.height);
  const least = Math.max(0.2, scale);
  show(canvas, least, (outer.width - inner.width * least) / 2, TOOLS);
}

/** Whether the whole card is seen. */
export function inView(canvas: any, card: any): boolean {
  const { x, y, width, height } = canvas.viewbox();
  return card.x >= x && card.y >= y && card.x + card.width <= x + width && card.y + card.height <= y + height;
}

/** For a small picture: the whole drawing, beside the mark or above it, whichever leaves it larger. */
export function fitPicture(canvas: any): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (!inner.width || !outer.width) return notYet(canvas);
  const air = (outer.height * (1 - AIR)) / 2;
  const into = (width: number, height: number) => Math.min(1, (width - 2 * air) / inner.width, (height - 2 * air) / inner.height);
  const beside = into(outer.width - MARK.width, outer.height);
  const above = into(outer.width, outer.height - MARK.height);
  const scale = Math.max(beside, above);
  if (scale <= 0) return notYet(canvas);
  const width = inner.width * scale;
  const middle = (outer.width - width) / 2;
  if (above > beside) show(canvas, scale, middle, (outer.height - MARK.height - inner.height * scale) / 2);
  else show(canvas, scale, Math.min(middle, outer.width - MARK.width - width), (outer.height - inner.height * scale) / 2);
}

/** The drawing in this size, its upper left corner so many pixels from that of the canvas. */
function show(canvas: any, scale: number, left: number, top: number) {
  const { inner, outer } = canvas.viewbox();
  canvas.viewbox({
    x: inner.x - left / scale,
    y: inner.y - top / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
  place(canvas);
}
