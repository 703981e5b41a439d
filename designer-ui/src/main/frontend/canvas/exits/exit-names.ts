import type { Block } from '../catalogue';
import type { Exit } from '../drawing';
import type { Words } from '../words';

const ELSE_ORDER = 99;
const WHOLE = 100;

/** With how many ways a decision arrives. */
export const FIRST_WAYS = 2;

/** The next way out of a decision of this kind, beside those it has. */
export function nextWay(block: Block, ways: Exit[], words: Words): Exit {
  return block.ways === 'shares' ? nextShare(ways, words) : nextRule(ways, words);
}

/** The next way out of a Condition: the first carries a rule to be filled in, the second is the else. */
function nextRule(ways: Exit[], words: Words): Exit {
  if (ways.length === 1 && !ways.some((way) => way.else)) return { name: words.else, order: ELSE_ORDER, else: true };
  const order = nextOrder(ways);
  return { name: order === 1 ? words.yes : `${words.way} ${order}`, order, rule: { all: [] } };
}

/** The next way out of a Split, with what is left of the 100 percent. */
function nextShare(ways: Exit[], words: Words): Exit {
  const order = nextOrder(ways);
  return { name: letter(order, words), order, share: Math.max(0, WHOLE - sum(ways)) };
}

/** Even shares that are 100 together, in the order of the ways; undefined when a person has chosen others. */
export function evenShares(ways: Exit[]): number[] | undefined {
  const newest = ways[ways.length - 1];
  return newest?.share === 0 && areEven(ways.slice(0, -1)) ? even(ways.length) : undefined;
}

/** What is left when an even way has gone, evenly anew; undefined when a person has chosen others. */
export function evenWithout(gone: Exit, left: Exit[]): number[] | undefined {
  const whole = sum([...left, gone]) === WHOLE;
  return left.length && whole && gone.share && areEven([...left, gone]) ? even(left.length) : undefined;
}

/** What does not divide goes to the first ones, one percent each. */
export function even(ways: number): number[] {
  return Array.from({ length: ways }, (_, i) => Math.floor(WHOLE / ways) + (i < WHOLE % ways ? 1 : 0));
}

function areEven(ways: Exit[]): boolean {
  const shares = ways.map((way) => way.share ?? 0);
  return Math.max(...shares) - Math.min(...shares) <= 1;
}

function sum(ways: Exit[]): number {
  return ways.reduce((all, way) => all + (way.share ?? 0), 0);
}

function nextOrder(ways: Exit[]): number {
  return 1 + Math.max(0, ...ways.filter((way) => !way.else).map((way) => way.order ?? 0));
}

/** What a way out of a Split is called that has this place among the others. */
export function letter(order: number, words: Words): string {
  return order <= 26 ? String.fromCharCode(64 + order) : `${words.way} ${order}`;
}
