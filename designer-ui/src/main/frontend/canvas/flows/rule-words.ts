import type { Words } from '../words';

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

/** A rule in a few plain words, for a line that has no name; empty while there is nothing to say. */
export function ruleWords(rule: any, words: Words): string {
  if (!rule || typeof rule !== 'object') return '';
  if (Array.isArray(rule.all)) return rule.all.map((one: any) => ruleWords(one, words)).filter(Boolean).join(` ${words.allOf} `);
  if (Array.isArray(rule.any)) return rule.any.map((one: any) => ruleWords(one, words)).filter(Boolean).join(` ${words.anyOf} `);
  if (typeof rule.fact !== 'string') return '';
  const operator = OPERATORS[rule.op] ? words[OPERATORS[rule.op]] : String(rule.op ?? '');
  const value = rule.compare !== undefined ? factWords(String(rule.compare)) : valueWords(rule.value);
  return [factWords(rule.fact), operator, value].filter(Boolean).join(' ');
}

function factWords(fact: string): string {
  const name = fact.split('.').filter((part) => part !== '*').pop() ?? fact;
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
}

function valueWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
