const MARGIN = 0.92;

/** Shows the whole drawing with some air around it, and never larger than life. */
export function fit(canvas: any): void {
  canvas.zoom('fit-viewport', 'auto');
  canvas.zoom(Math.min(1, canvas.zoom() * MARGIN), 'auto');
}
