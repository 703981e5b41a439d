export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Waypoint {
  x: number;
  y: number;
  original?: { x: number; y: number };
}

const LEAST = 24;
const AROUND = 36;
const PARTS = 14;
const MEET = 28;

/**
 * From the lower edge of a card to the upper edge of another: straight, with one step, or round the side when it goes back
 * up. The ways out of a decision part at once, so that each has a column for its label; other lines step near their target.
 */
export function route(source: Box, target: Box, parts = false): Waypoint[] {
  const start = { x: middle(source), y: source.y + source.height };
  const end = { x: middle(target), y: target.y };
  const points = end.y - start.y >= LEAST ? down(start, end, parts) : round(source, target, start, end);
  points[0].original = { x: start.x, y: source.y + source.height / 2 };
  points[points.length - 1].original = { x: end.x, y: target.y + target.height / 2 };
  return points;
}

function down(start: Waypoint, end: Waypoint, parts: boolean): Waypoint[] {
  if (Math.abs(start.x - end.x) < 1) return [{ ...start }, { ...end }];
  const half = Math.round((start.y + end.y) / 2);
  const step = parts ? Math.min(half, start.y + PARTS) : Math.max(half, end.y - MEET);
  return [{ ...start }, { x: start.x, y: step }, { x: end.x, y: step }, { ...end }];
}

function round(source: Box, target: Box, start: Waypoint, end: Waypoint): Waypoint[] {
  const side = between(source, target) ?? beside(source, target, start, end);
  return [
    { ...start },
    { x: start.x, y: start.y + LEAST },
    { x: side, y: start.y + LEAST },
    { x: side, y: end.y - LEAST },
    { x: end.x, y: end.y - LEAST },
    { ...end },
  ];
}

/** The middle of the gap, where two cards stand side by side. */
function between(source: Box, target: Box): number | undefined {
  const [left, right] = source.x < target.x ? [source, target] : [target, source];
  const gap = right.x - left.x - left.width;
  return gap >= LEAST ? Math.round(left.x + left.width + gap / 2) : undefined;
}

/** Right or left of both, whichever is the shorter way. */
function beside(source: Box, target: Box, start: Waypoint, end: Waypoint): number {
  const right = Math.max(source.x + source.width, target.x + target.width) + AROUND;
  const left = Math.min(source.x, target.x) - AROUND;
  const far = (side: number) => Math.abs(start.x - side) + Math.abs(end.x - side);
  return far(right) <= far(left) ? right : left;
}

function middle(box: Box): number {
  return Math.round(box.x + box.width / 2);
}
