import { follow } from './fit';

const LASTS = 1300;

/** What stands around the drawing: tools above, the selected card's buttons beside it, its handle below. */
const AROUND = { top: 64, right: 56, bottom: 48, left: 24 };

/** Brings an element into view, where it is not, and lets it light up once. */
export function flash(canvas: any, element: any): void {
  follow(canvas, element, AROUND);
  canvas.removeMarker(element, 'us-flash');
  requestAnimationFrame(() => canvas.addMarker(element, 'us-flash'));
  window.setTimeout(() => element.parent && canvas.removeMarker(element, 'us-flash'), LASTS);
}
