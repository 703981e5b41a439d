const FONTS = { title: "600 14px 'Instrument Sans', system-ui, sans-serif", summary: "12px 'Instrument Sans', system-ui, sans-serif" };

let ruler: CanvasRenderingContext2D | null = null;

/** As much of the text as has room, with an ellipsis where it was cut. */
export function fit(text: string, room: number, kind: keyof typeof FONTS): string {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text;
  ruler.font = FONTS[kind];
  if (ruler.measureText(text).width <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ruler.measureText(text.slice(0, middle) + '…').width <= room) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low).trimEnd() + '…';
}
