import { say, type Words } from '../words';

const SEGMENT = 'segment.';
const CONSENT = 'consent.';
/** Compared with nothing. */
const ALONE = ['exists', 'missing'];

const OPERATORS: Record<string, keyof Words> = {
  equal: 'opEqual',
  'not-equal': 'opNotEqual',
  greater: 'opGreater',
  'greater-or-equal': 'opGreaterOrEqual',
  less: 'opLess',
  'less-or-equal': 'opLessOrEqual',
  contains: 'opContains',
  'not-contains': 'opNotContains',
  'starts-with': 'opStartsWith',
  'ends-with': 'opEndsWith',
  'one-of': 'opOneOf',
  'not-one-of': 'opNotOneOf',
  exists: 'opExists',
  missing: 'opMissing',
  before: 'opBefore',
  after: 'opAfter',
};

/** A rule in a few plain words, segments by their names; empty while there is nothing to say. */
export function ruleWords(rule: any, words: Words, segments: Record<string, string> = {}): string {
  return said(rule, words, segments, false);
}

function said(rule: any, words: Words, segments: Record<string, string>, inside: boolean): string {
  if (!rule || typeof rule !== 'object') return '';
  const several = (rules: any[], between: string) => {
    const all = rules.map((one) => said(one, words, segments, true)).filter(Boolean);
    return inside && all.length > 1 ? `(${all.join(` ${between} `)})` : all.join(` ${between} `);
  };
  if (Array.isArray(rule.all)) return several(rule.all, words.allOf);
  if (Array.isArray(rule.any)) return several(rule.any, words.anyOf);
  if (rule.not) return say(words.not, said(rule.not, words, segments, true));
  if (rule.some) return say(words.someOf, factWords(String(rule.some)), said(rule.where, words, segments, true));
  return typeof rule.fact === 'string' ? comparison(rule, words, segments) : '';
}

function comparison({ fact, op, value, compare }: any, words: Words, segments: Record<string, string>): string {
  if (fact.startsWith(SEGMENT) && op === 'equal' && typeof value === 'boolean') {
    const key = fact.slice(SEGMENT.length);
    return say(value ? words.inSegment : words.notInSegment, segments[key] ?? key);
  }
  const operator = OPERATORS[op] ? words[OPERATORS[op]] : String(op ?? '');
  const open = value === undefined && !ALONE.includes(op);
  const other = compare !== undefined ? factWords(String(compare)) : open ? '…' : valueWords(value, words);
  return [fact.startsWith(CONSENT) ? say(words.consent, factWords(fact)) : factWords(fact), operator, other].filter(Boolean).join(' ');
}

function factWords(fact: string): string {
  const name = fact.split('.').filter((part) => part !== '*').pop() ?? fact;
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
}

function valueWords(value: unknown, words: Words): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.true : words.false;
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : moment(String(value));
  const all = value.map((one) => valueWords(one, words));
  const last = all.pop() ?? '';
  return all.length ? `${all.join(', ')} ${words.anyOf} ${last}` : last;
}

/** A time as people write it, in the zone it is written in. */
function moment(text: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(text) ?? [];
  if (!year || Number.isNaN(Date.parse(text))) return text;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const { lang } = document.documentElement;
  // as everywhere else in the designer: the day first
  const written = date.toLocaleDateString(!lang || lang.startsWith('en') ? 'en-GB' : lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return time && time !== '00:00' ? `${written}, ${time}` : written;
}
