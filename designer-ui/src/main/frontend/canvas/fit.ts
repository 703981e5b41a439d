const AIR = 0.92;

/** The smallest text on a card is drawn 12 pixels high and read from 11 on. */
export const READABLE = 11 / 12;

/** What stands beside the drawing: its border and the selected card's shade. */
const SIDE = 24;

/** The bar of tools above the drawing. */
export const TOOLS = 72;

/** A card's handle stays clear of the border where dragging scrolls, and of the mark of bpmn.io. */
export const BELOW = 52;

/** The lower right corner of a picture, where the mark of bpmn.io stands and nothing may cover it. */
const MARK = { width: 80, height: 46 };

const NOT_YET = 'has no size yet';
const placed = new WeakMap<any, { view: string; extent: string; whole: boolean }>();

/** Remembers the view as one that no person moved, so that it may be chosen anew for a canvas of another size. */
export function place(canvas: any, whole = placed.get(canvas)?.whole ?? false): void {
  placed.set(canvas, { view: view(canvas), extent: extent(canvas), whole });
}

/** Places the drawing as it was placed before: all of it where that was asked for, else as it is opened. */
export function placeAgain(viewer: any, begin = startOf(viewer)): void {
  const canvas = viewer.get('canvas');
  if (placed.get(canvas)?.whole) fit(canvas);
  else opened(viewer, begin);
}

/** Whether neither the view nor the extent of the drawing has changed since the view was placed, or would have been. */
export function asPlaced(canvas: any): boolean {
  const then = placed.get(canvas);
  return then?.view === NOT_YET || (isViewAsPlaced(canvas) && then!.extent === extent(canvas));
}

/** Whether no person has moved the view since it was placed; what was drawn meanwhile does not matter. */
export function isViewAsPlaced(canvas: any): boolean {
  return placed.get(canvas)?.view === view(canvas);
}

/** Brings an element into view; that is no choice of the person, so that the view stays one that was placed. */
export function follow(canvas: any, element: any, air: unknown = 60): void {
  const then = isViewAsPlaced(canvas) ? placed.get(canvas) : undefined;
  canvas.scrollToElement(element, air);
  if (then) placed.set(canvas, { ...then, view: view(canvas) });
}

function notYet(canvas: any, whole: boolean): void {
  placed.set(canvas, { view: NOT_YET, extent: '', whole });
}

function view(canvas: any): string {
  const { x, y, scale } = canvas.viewbox();
  return [x, y, scale * 1000].map(Math.round).join();
}

/** As it is drawn by hand: what stands on the cards beside it, as the mark of a problem, comes and goes. */
function extent(canvas: any): string {
  const corners = canvas
    .getRootElement()
    .children.flatMap((e: any) => e.waypoints ?? [{ x: e.x, y: e.y }, { x: e.x + e.width, y: e.y + e.height }]);
  const [across, down] = [corners.map((at: any) => at.x), corners.map((at: any) => at.y)];
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)].map(Math.round).join();
}

/** Shows the whole drawing below the tools, never larger than life; it hangs from the top, where a small one can grow down. */
export function fit(canvas: any): void {
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (!inner.width || !outer.width) return notYet(canvas, true);
  const scale = Math.max(0.2, whole(inner, outer));
  show(canvas, scale, (outer.width - inner.width * scale) / 2, TOOLS);
}

/** As a drawing is opened: all of it where it can be read so, else as small as can be read, with the Start, or where to begin, in view. */
export function opened(viewer: any, begin = startOf(viewer)): void {
  const canvas = viewer.get('canvas');
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (!inner.width || !outer.width) return notYet(canvas, false);
  const scale = Math.max(READABLE, whole(inner, outer));
  const across = { from: inner.x, size: inner.width, begin: begin && begin.x + begin.width / 2 };
  const down = { from: inner.y, size: inner.height, begin: begin && begin.y + begin.height / 2 };
  const x = along(across, outer.width / scale, SIDE / scale, SIDE / scale, 'middle');
  const y = along(down, outer.height / scale, TOOLS / scale, BELOW / scale, 'first');
  canvas.viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
  place(canvas, false);
}

/** Where the view begins along one axis. */
function along(
  drawing: { from: number; size: number; begin?: number },
  view: number,
  before: number,
  after: number,
  hang: 'first' | 'middle'
): number {
  const spare = view - before - after - drawing.size;
  if (hang === 'middle' && spare >= 0) return drawing.from + drawing.size / 2 - view / 2;
  const first = drawing.from - before;
  if (spare >= 0 || drawing.begin === undefined) return first;
  const last = drawing.from + drawing.size + after - view;
  const wanted = hang === 'first' && drawing.begin < first + view / 2 ? first : drawing.begin - view / 2;
  return Math.max(first, Math.min(wanted, last));
}

function whole(inner: any, outer: any): number {
  return Math.min(1, (outer.width * AIR) / inner.width, (outer.height - TOOLS - BELOW) / inner.height);
}

function startOf(viewer: any): any {
  const blocks = viewer.get('blocks');
  return viewer.get('elementRegistry').find((one: any) => blocks.of(one)?.drawn === 'start-event');
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
  if (!inner.width || !outer.width) return notYet(canvas, true);
  const air = (outer.height * (1 - AIR)) / 2;
  const into = (width: number, height: number) => Math.min(1, (width - 2 * air) / inner.width, (height - 2 * air) / inner.height);
  const beside = into(outer.width - MARK.width, outer.height);
  const above = into(outer.width, outer.height - MARK.height);
  const scale = Math.max(beside, above);
  if (scale <= 0) return notYet(canvas, true);
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
  place(canvas, true);
}
