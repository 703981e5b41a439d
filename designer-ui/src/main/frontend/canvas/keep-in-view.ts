import { asPlaced, BELOW, isViewAsPlaced, place, placeAgain, TOOLS } from './fit';
import { slide } from './motion/slide';

const AIR = 24;

/** The selected card's buttons stand beside it, one below the other, and shall not come under the mark of bpmn.io. */
const BUTTONS = { width: 56, height: 120 };
const DOUBLE_CLICK_MS = 400;

interface Span {
  from: number;
  to: number;
}

interface By {
  x: number;
  y: number;
}

/**
 * When the canvas has another size, as when the form opens beside it, a drawing that nobody has moved is seen in the middle
 * of the room there is now; one that somebody has moved goes only as far as it must, and what is seen already stays. What is
 * selected stays in view. Not under the mouse: a second click shall meet what the first one met.
 */
export function keepInView(modeler: any, stage: HTMLElement): void {
  const canvas = modeler.get('canvas');
  let had = sizeOf(stage);
  let pressed = -DOUBLE_CLICK_MS;
  let waiting = 0;
  const settle = () => {
    const wait = modeler.get('dragging').context() ? DOUBLE_CLICK_MS : pressed + DOUBLE_CLICK_MS - performance.now();
    window.clearTimeout(waiting);
    if (wait > 0) {
      waiting = window.setTimeout(settle, wait);
      return;
    }
    const has = sizeOf(stage);
    canvas.resized();
    const lost = { x: had.width - has.width, y: had.height - has.height };
    if (asPlaced(canvas) && !modeler.get('selection').get().length) placeAgain(modeler);
    else if (lost.x || lost.y) makeWay(modeler, lost);
    if (has.width && has.height) had = has;
  };
  const press = () => (pressed = performance.now());
  stage.addEventListener('pointerdown', press, true);
  const observer = new ResizeObserver(settle);
  observer.observe(stage);
  modeler.on('diagram.destroy', () => {
    observer.disconnect();
    window.clearTimeout(waiting);
    stage.removeEventListener('pointerdown', press, true);
  });
}

/** @param lost how many pixels of room the canvas has lost */
function makeWay(modeler: any, lost: By) {
  const canvas = modeler.get('canvas');
  const { x, y, width, height, scale, inner, outer } = canvas.viewbox();
  if (!outer.width || !outer.height || !inner.width) return;
  const untouched = isViewAsPlaced(canvas);
  const cards = modeler.get('selection').get().filter((one: any) => !one.waypoints);
  const px = 1 / scale;
  const across = (box: any, right: number): Span => ({ from: box.x - AIR * px, to: box.x + box.width + right * px });
  const down = (box: any, height = box.height): Span => ({ from: box.y - TOOLS * px, to: box.y + height + BELOW * px });
  const beside = cards.map((card: any) => across(card, BUTTONS.width));
  const below = cards.map((card: any) => down(card, Math.max(card.height, BUTTONS.height * px)));
  const view = { across: { from: x, to: x + width }, down: { from: y, to: y + height } };
  const by = {
    x: untouched
      ? middle(view.across, across(inner, AIR), beside, lost.x * px)
      : move(view.across, across(inner, AIR), beside, lost.x * px),
    y: move(view.down, down(inner), below, lost.y * px),
  };
  slide(canvas, { x: x + by.x, y: y + by.y, width, height }, () => untouched && place(canvas));
}

/** How far the view moves until the drawing, or what was in the middle of one that is larger, is in the middle. */
function middle(view: Span, drawing: Span, cards: Span[], lost: number): number {
  const spare = view.to - view.from - (drawing.to - drawing.from);
  const by = spare >= 0 ? (drawing.from + drawing.to - view.from - view.to) / 2 : lost / 2;
  return seen({ from: view.from + by, to: view.to + by }, cards) + by;
}

/** How far the view moves along one axis. */
function move(view: Span, drawing: Span, cards: Span[], lost: number): number {
  if (lost <= 0) return 0;
  const cut = drawing.to - view.to;
  const free = drawing.from - view.from;
  const by = Math.max(0, Math.min(cut, free, lost));
  if (!cards.length) return by;
  const first = Math.min(...cards.map((card) => card.from));
  const last = Math.max(...cards.map((card) => card.to));
  const wasSeen = first < view.to + lost && last > view.from;
  return wasSeen ? Math.max(by, Math.min(last - view.to, first - view.from)) : by;
}

/** How far a view must still move so that these are in it. */
function seen(view: Span, cards: Span[]): number {
  if (!cards.length) return 0;
  const first = Math.min(...cards.map((card) => card.from));
  const last = Math.max(...cards.map((card) => card.to));
  return Math.min(first - view.from, Math.max(0, last - view.to));
}

function sizeOf(element: HTMLElement) {
  return { width: element.clientWidth, height: element.clientHeight };
}
