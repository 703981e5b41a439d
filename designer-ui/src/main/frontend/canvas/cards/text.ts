import { plain, TEXT, VALUE } from './values';

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

/**
 * The text in at most so many lines, broken between words; the last one with an ellipsis where something was cut. What a
 * line says of values begins with {@link VALUE} and ends with {@link TEXT}, which take no room.
 */
export function wrap(text: string, room: number, kind: keyof typeof FONTS, count: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  while (words.length && lines.length < count - 1) {
    let line = words.shift()!;
    while (words.length && width(`${line} ${words[0]}`, kind) <= room) line += ` ${words.shift()}`;
    if (width(line, kind) > room) words.unshift(...broken(line, room, kind, (part) => (line = part)));
    lines.push(line);
  }
  if (words.length) lines.push(fit(words.join(' '), room, kind));
  return carried(lines);
}

/** A word that is longer than a line goes on in the next one. */
function broken(word: string, room: number, kind: keyof typeof FONTS, first: (part: string) => void): string[] {
  let end = Math.max(1, longest(word, (part) => width(part, kind) <= room));
  const joint = Math.max(...['-', '_', '.', '/', '@'].map((sign) => word.lastIndexOf(sign, end - 1))) + 1;
  if (joint > 1) end = joint;
  first(word.slice(0, end));
  return end < word.length ? [word.slice(end)] : [];
}

/** A value that goes over several lines is one in each of them. */
function carried(lines: string[]): string[] {
  let open = false;
  return lines.map((line) => {
    const said = open ? VALUE + line : line;
    open = said.lastIndexOf(VALUE) > said.lastIndexOf(TEXT);
    return said;
  });
}

/** How wide a text is. */
export function width(text: string, kind: keyof typeof FONTS): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return plain(text).length * 7;
  ruler.font = FONTS[kind];
  return ruler.measureText(plain(text)).width;
}

function measured(text: string, room: number, kind: keyof typeof FONTS): string {
  if (width(text, kind) <= room) return text;
  const end = longest(text, (part) => width(part + '…', kind) <= room);
  return text.slice(0, end).trimEnd() + '…';
}

/** How many letters the longest beginning of a text has that fits. */
function longest(text: string, fits: (part: string) => boolean): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
