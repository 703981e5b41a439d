import { say, type Words } from '../words';
import { Refusal } from './refusal';

const DECLARED = /^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(["'])([^"']*)\2/;

/** How many bytes tell the encoding: the declaration stands in the first line. */
const HEAD = 1024;

/**
 * The text in a file's bytes, in the encoding that its first bytes show, else the one it declares, else UTF-8. What it
 * declares then is UTF-8, as which it is saved.
 */
export function decode(bytes: Uint8Array, words: Words): string {
  const encoding = shown(bytes) ?? declared(bytes) ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new Refusal(say(words.badEncoding, encoding));
  }
  try {
    return inUtf8(decoder.decode(bytes));
  } catch {
    throw new Refusal(say(words.wrongEncoding, encoding.toUpperCase()));
  }
}

/** The same document, which says of itself that it is written in UTF-8; as it is where it says nothing else. */
function inUtf8(xml: string): string {
  return xml.replace(DECLARED, (all, before, quote, name) => (/^utf-?8$/i.test(name) ? all : `${before}${quote}UTF-8${quote}`));
}

function shown(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && (c === 0xfe || d === 0x3c))) return 'UTF-32';
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : undefined;
}

/** What is read byte by byte is not UTF-16, whatever it says. */
function declared(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const name = DECLARED.exec(head)?.[3].trim();
  return name && !/^utf-?16/i.test(name) ? name : undefined;
}
