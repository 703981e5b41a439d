import { CARD } from '../cards/card-shapes';

export const GAP = { x: 60, y: 56 };

export interface Point {
  x: number;
  y: number;
}

interface Box extends Point {
  width: number;
  height: number;
}

export function center(box: Box): Point {
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

/** The middle of a card that is placed under this one, beside those that are there already. */
export function below(source: any, others: Box[]): Point {
  const after = (source.outgoing ?? []).map((flow: any) => flow.target);
  const right = Math.max(...after.map((target: any) => target.x + target.width));
  const at = {
    x: after.length ? right + GAP.x + CARD.width / 2 : center(source).x,
    y: source.y + source.height + GAP.y + CARD.height / 2,
  };
  return free(at, others, { x: CARD.width + GAP.x, y: 0 });
}

/** The point, or the next one in steps from it, where a card stands on no other. */
export function free(at: Point, others: Box[], step: Point, size = CARD): Point {
  const spot = { ...at };
  const taken = () =>
    others.some(
      (box) =>
        Math.abs(center(box).x - spot.x) < (box.width + size.width) / 2 + 8 &&
        Math.abs(center(box).y - spot.y) < (box.height + size.height) / 2 + 8
    );
  for (let tries = 0; tries < 200 && taken(); tries++) {
    spot.x += step.x;
    spot.y += step.y;
  }
  return spot;
}

/** The blocks that can be reached from one, itself among them, but none of `without`. */
export function downstream(from: any, without: Set<any>): any[] {
  const found = new Set<any>();
  const open = [from];
  while (open.length) {
    const next = open.pop();
    if (!next || found.has(next) || without.has(next)) continue;
    found.add(next);
    open.push(...(next.outgoing ?? []).map((flow: any) => flow.target));
  }
  return [...found];
}

/** How far a point is from a line of several pieces. */
export function distance(point: Point, waypoints: Point[]): number {
  let least = Infinity;
  for (let i = 1; i < waypoints.length; i++) least = Math.min(least, toPiece(point, waypoints[i - 1], waypoints[i]));
  return least;
}

function toPiece(p: Point, a: Point, b: Point): number {
  const long = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = long ? Math.max(0, Math.min(1, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / long)) : 0;
  return Math.hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}
