const FAMILY = "'Instrument Sans', system-ui, sans-serif";
const FONTS = { title: `600 14px ${FAMILY}`, summary: `12px ${FAMILY}`, way: `550 12px ${FAMILY}` };
const REMEMBERED = 2000;

let ruler: CanvasRenderingContext2D | null = null;
let known = new Map<string, string>();

/** Waits until texts can be measured in their own font, but not for long. */
export async function fonts(): Promise<void> {
  const loaded = Object.values(FONTS).map((font) => document.fonts.load(font));
  const patience = new Promise((go) => window.setTimeout(go, 800));
  await Promise.race([Promise.allSettled(loaded), patience]);
}

/** As much of the text as has room, with an ellipsis where it was cut. */
export function fit(text: string, room: number, kind: keyof typeof FONTS): string {
  const key = `${kind} ${room} ${text}`;
  let cut = known.get(key);
  if (cut === undefined) {
    if (known.size > REMEMBERED) known = new Map();
    known.set(key, (cut = measured(text, room, kind)));
  }
  return cut;
}

/** How wide a text is. */
export function width(text: string, kind: keyof typeof FONTS): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length * 7;
  ruler.font = FONTS[kind];
  return ruler.measureText(text).width;
}

function measured(text: string, room: number, kind: keyof typeof FONTS): string {
  if (width(text, kind) <= room) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (width(text.slice(0, middle) + '…', kind) <= room) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low).trimEnd() + '…';
}
