import type { Box, Waypoint } from './route';

const PART = 14;
const MEET = 34;
const AIR = 24;

/** The way round the cards that lie on the straight one: down a free column beside them. As it is where none lies there. */
export function detour(points: Waypoint[], others: Box[]): Waypoint[] {
  const [start, end] = [points[0], points[points.length - 1]];
  const inTheWay = crossed(points, others);
  if (!inTheWay.length || end.y - start.y < PART + MEET || !leavesBelow(points)) return points;
  const columns = others
    .flatMap((box) => [box.x - AIR, box.x + box.width + AIR])
    .sort((a, b) => far(a, start, end) - far(b, start, end));
  for (const x of columns) {
    const round = [
      start,
      { x: start.x, y: start.y + PART },
      { x, y: start.y + PART },
      { x, y: end.y - MEET },
      { x: end.x, y: end.y - MEET },
      end,
    ];
    if (!crossed(round, others).length) return round;
  }
  return points;
}

/** From the lower edge of one to the upper edge of another. */
function leavesBelow(points: Waypoint[]): boolean {
  const [last, before] = [points[points.length - 1], points[points.length - 2]];
  return points[0].x === points[1].x && points[0].y < points[1].y && last.x === before.x && before.y < last.y;
}

function far(x: number, start: Waypoint, end: Waypoint): number {
  return Math.abs(x - start.x) + Math.abs(x - end.x);
}

function crossed(points: Waypoint[], boxes: Box[]): Box[] {
  return boxes.filter((box) => points.slice(1).some((to, i) => cuts(points[i], to, box)));
}

/** Lines run level or upright. */
function cuts(a: Waypoint, b: Waypoint, box: Box): boolean {
  return (
    Math.min(a.x, b.x) < box.x + box.width &&
    Math.max(a.x, b.x) > box.x &&
    Math.min(a.y, b.y) < box.y + box.height &&
    Math.max(a.y, b.y) > box.y
  );
}
