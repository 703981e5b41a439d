import type { Exit } from '../drawing';
import type { Words } from '../words';
import { ruleWords } from './rule-words';

/** What stands on a way out of a decision: its name, else its meaning in words; with its share. */
export function wayLabel(exit: Exit, words: Words): string {
  const share = exit.share === undefined ? '' : `${exit.share} %`;
  const name = exit.name || meaning(exit, words);
  return [name, share].filter(Boolean).join(' · ');
}

function meaning(exit: Exit, words: Words): string {
  if (exit.else) return words.else;
  if (exit.happened) return words.happened;
  if (exit.timeout) return words.timeout;
  return ruleWords(exit.rule, words);
}

const ABOVE = 25;

interface Point {
  x: number;
  y: number;
}

/**
 * Where the label stands: above the target, since there each way has a column of its own; where several lines with labels
 * meet in one target, on the level part.
 */
export function labelPoint(waypoints: Point[], shared: boolean): Point {
  const end = waypoints[waypoints.length - 1];
  const before = waypoints[waypoints.length - 2] ?? end;
  if (shared && waypoints.length > 2) return middle(waypoints[waypoints.length - 3], before);
  return end.y - before.y > ABOVE + 4 && end.x === before.x ? { x: end.x, y: end.y - ABOVE } : middle(before, end);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
