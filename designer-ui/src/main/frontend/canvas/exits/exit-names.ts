import type { Exit } from '../drawing';
import type { Words } from '../words';

const ELSE_ORDER = 99;

/** The next way out of a Condition: the first carries a rule to be filled in, the second is the else. */
export function nextRule(ways: Exit[], words: Words): Exit {
  if (ways.length === 1 && !ways.some((way) => way.else)) return { name: words.else, order: ELSE_ORDER, else: true };
  const order = nextOrder(ways);
  return { name: order === 1 ? words.yes : `${words.way} ${order}`, order, rule: { all: [] } };
}

/** The next way out of a Split, with what is left of the 100 percent. */
export function nextShare(ways: Exit[], words: Words): Exit {
  const order = nextOrder(ways);
  const given = ways.reduce((sum, way) => sum + (way.share ?? 0), 0);
  return { name: letter(order, words), order, share: Math.max(0, 100 - given) };
}

/** Even shares that are 100 together, in the order of the ways; undefined when a person has chosen others. */
export function evenShares(ways: Exit[]): number[] | undefined {
  const before = ways.slice(0, -1).map((way) => way.share ?? 0);
  const newest = ways[ways.length - 1];
  if (newest?.share !== 0 || Math.max(...before) - Math.min(...before) > 1) return undefined;
  const each = Math.floor(100 / ways.length);
  return ways.map((_, i) => (i === 0 ? 100 - each * (ways.length - 1) : each));
}

function nextOrder(ways: Exit[]): number {
  return 1 + Math.max(0, ...ways.filter((way) => !way.else).map((way) => way.order));
}

function letter(order: number, words: Words): string {
  return order <= 26 ? String.fromCharCode(64 + order) : `${words.way} ${order}`;
}
