import { BELOW, TOOLS, asPlaced, fit } from './fit';

const AIR = 24;

/** The selected card's buttons stand beside it, one below the other, and shall not come under the mark of bpmn.io. */
const BUTTONS = { width: 56, height: 120 };
const DOUBLE_CLICK_MS = 400;

interface Span {
  from: number;
  to: number;
}

/**
 * When the canvas loses room, as when the form opens beside it, the drawing moves into what is free on the other side, and
 * what is selected stays in view; what is seen already stays where it is. Not under the mouse: a second click shall meet
 * what the first one met. A drawing that is seen whole, as it was opened, is seen whole again in the room there is now.
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
    if (asPlaced(canvas) && !modeler.get('selection').get().length) fit(canvas);
    else makeWay(modeler, { width: had.width - has.width, height: had.height - has.height });
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
function makeWay(modeler: any, lost: { width: number; height: number }) {
  const canvas = modeler.get('canvas');
  const { x, y, width, height, scale, inner, outer } = canvas.viewbox();
  if (!outer.width || !outer.height || !inner.width) return;
  const cards = modeler.get('selection').get().filter((one: any) => !one.waypoints);
  const px = 1 / scale;
  const across = (box: any, right: number): Span => ({ from: box.x - AIR * px, to: box.x + box.width + right * px });
  const down = (box: any, height = box.height): Span => ({ from: box.y - TOOLS * px, to: box.y + height + BELOW * px });
  const beside = (card: any) => across(card, BUTTONS.width);
  const below = (card: any) => down(card, Math.max(card.height, BUTTONS.height * px));
  const dx = move({ from: x, to: x + width }, across(inner, AIR), cards.map(beside), lost.width * px);
  const dy = move({ from: y, to: y + height }, down(inner), cards.map(below), lost.height * px);
  if (dx || dy) canvas.scroll({ dx: -dx * scale, dy: -dy * scale });
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

function sizeOf(element: HTMLElement) {
  return { width: element.clientWidth, height: element.clientHeight };
}
