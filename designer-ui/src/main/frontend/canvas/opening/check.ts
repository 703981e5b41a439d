import { say, type Words } from '../words';
import { Refusal } from './refusal';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** What may stand before the root element, piece by piece: one pattern over all of them would try every way to part them. */
const BEFORE_ROOT = /(?:\s|\uFEFF)+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y;

/** As much as the engine takes. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** Refuses a document that is none the engine would take, before anything on the canvas gives way. */
export function check(xml: string, words: Words) {
  if (!xml.trim()) throw new Refusal(words.emptyFile);
  if (new Blob([xml]).size > MOST_BYTES) throw new Refusal(words.tooLarge);
  if (hasDtd(xml)) throw new Refusal(words.hasDtd);
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  const broken = read.getElementsByTagName('parsererror')[0];
  if (broken) throw new Refusal(say(words.notWellFormed, /line (\d+)/.exec(broken.textContent ?? '')?.[1] ?? '1'));
  const root = read.documentElement;
  if (root.localName !== 'definitions' || root.namespaceURI !== BPMN) throw new Refusal(say(words.notBpmn, root.nodeName));
}

function hasDtd(xml: string): boolean {
  let at = 0;
  for (BEFORE_ROOT.lastIndex = 0; BEFORE_ROOT.test(xml); ) at = BEFORE_ROOT.lastIndex;
  return /^<!DOCTYPE/i.test(xml.slice(at, at + 9));
}
