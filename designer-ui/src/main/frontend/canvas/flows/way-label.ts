import type { Exit } from '../drawing';
import type { Words } from '../words';
import { ruleWords } from './rule-words';

/** What stands on a way out of a decision: what it is called, and its share or its rule in words. */
export interface WayWords {
  name: string;
  says: string;
}

export function wayWords(exit: Exit, words: Words, segments?: Record<string, string>): WayWords {
  const says = exit.share === undefined ? ruleWords(exit.rule, words, segments) : `${exit.share} %`;
  return { name: exit.name || meaning(exit, words), says };
}

/** The same in one text, for people who hear it. */
export function wayLabel(exit: Exit, words: Words, segments?: Record<string, string>): string {
  const { name, says } = wayWords(exit, words, segments);
  return [name, says].filter(Boolean).join(' · ');
}

function meaning(exit: Exit, words: Words): string {
  if (exit.else) return words.else;
  if (exit.happened) return words.happened;
  return exit.timeout ? words.timeout : '';
}

const ABOVE = 25;

export interface Point {
  x: number;
  y: number;
}

/**
 * Where a label may stand, best first: above the target, since there each way has a column of its own; where several lines
 * with labels meet in one target, on the level part; else in the middle of a piece of the line, the longest first.
 */
export function labelPoints(waypoints: Point[], shared: boolean): Point[] {
  const pieces = waypoints.slice(1).map((to, i) => ({ from: waypoints[i], to }));
  const { from, to } = pieces[pieces.length - 1];
  const level = pieces[pieces.length - 2];
  const best = [];
  if (shared && level) best.push(middle(level.from, level.to));
  if (to.y - from.y > ABOVE + 4 && to.x === from.x) best.push({ x: to.x, y: to.y - ABOVE });
  const long = ({ from: a, to: b }: { from: Point; to: Point }) => Math.hypot(a.x - b.x, a.y - b.y);
  return [...best, ...[...pieces].sort((a, b) => long(b) - long(a)).map((piece) => middle(piece.from, piece.to))];
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
