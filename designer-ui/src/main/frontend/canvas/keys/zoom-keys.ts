import { fit } from '../fit';

/** What the keys of zooming do, wherever a drawing can be looked at. */
export function zoomKeys(canvas: any, zoomScroll: any): Record<string, () => void> {
  return {
    '+': () => zoomScroll.stepZoom(1),
    '=': () => zoomScroll.stepZoom(1),
    '-': () => zoomScroll.stepZoom(-1),
    '1': () => canvas.zoom(1),
    '0': () => fit(canvas),
  };
}
