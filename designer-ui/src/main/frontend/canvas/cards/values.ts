/** Where a value begins in a line of words, and where the words go on: two signs of the private area that no text has. */
export const VALUE = '\ue000';
export const TEXT = '\ue001';

const SAYS_LITTLE = new Set(['id', 'key', 'name', 'number', 'title', 'value']);
const SILENT = /\{%-?\s*(comment|capture)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/g;
const OTHERWISE = /\{%-?\s*(?:else|elsif|when)\b(?:(?!\{%-?\s*(?:if|unless|case)\b)[\s\S])*?(?=\{%-?\s*end(?:if|unless|case)\b)/g;
const TAG = /\{%[\s\S]*?(?:%\}|$)/g;
const OUTPUT = /\{\{-?([\s\S]*?)(?:-?\}\}|$)/g;

/** A template as a person reads it: each value by its name, the first of several ways, no word of Liquid. */
export function valuesIn(template: string): string {
  return template
    .replace(SILENT, '')
    .replace(OTHERWISE, '')
    .replace(TAG, '')
    .replace(OUTPUT, (_, output: string) => VALUE + valueName(output) + TEXT)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Without the signs of values, as it is spoken. */
export function plain(text: string): string {
  return text.replace(/[\ue000\ue001]/g, '');
}

/** What a line consists of. */
export function parts(line: string): { text: string; value: boolean }[] {
  const found: { text: string; value: boolean }[] = [];
  let value = false;
  for (const part of line.split(/([\ue000\ue001])/)) {
    if (part === VALUE || part === TEXT) value = part === VALUE;
    else if (part) found.push({ text: part, value });
  }
  return found;
}

/** {@code order.items[0].name | upcase} is an "item name". */
function valueName(output: string): string {
  const [path] = output.split('|');
  const literal = /^\s*(['"])(.*)\1\s*$/.exec(path);
  if (literal) return literal[2];
  const names = path.trim().split(/[.[\]]+/).filter(Boolean);
  const said = names.filter((name) => !/^\d+$/.test(name)).map((name) => name.replace(/^['"]|['"]$/g, ''));
  const last = said.at(-1) ?? '';
  const before = said.at(-2);
  const listed = /\[\d+\]|\.(first|last)\b/.test(path);
  const whose = before && (listed ? before.replace(/s$/, '') : before);
  return words(SAYS_LITTLE.has(last.toLowerCase()) && whose ? `${whose} ${last}` : last);
}

function words(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').toLowerCase();
}
