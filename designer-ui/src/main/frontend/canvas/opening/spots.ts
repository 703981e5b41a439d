import { GAP, type Point } from '../adding/room';
import { around, meet, union, type Box } from './boxes';

const AIR = 16;
const LEAST = 20;
const TRIES = 40;

/** What stands already round an element that is to be placed. */
export interface Surroundings {
  before?: Box;
  after?: Box;
  boxes: Box[];
  lines: Point[][];
}

type Size = { width: number; height: number };

/** A free place for one that was drawn without: between its neighbours, else below what comes before it, else aside. */
export function spot(size: Size, around: Surroundings): Box {
  const { before, after } = around;
  const between = before && after ? inside(size, before, after) : undefined;
  if (between && isFree(between, around)) return between;
  const first = before ? under(before, size) : after ? above(after, size) : alone(size, around.boxes);
  for (let tries = 0; tries < TRIES; tries++) {
    const at = { ...first, x: first.x + tries * (size.width + GAP.x) };
    if (isFree(at, around)) return at;
  }
  return alone(size, around.boxes);
}

/** Right of what it is about. */
export function beside(box: Box, size: Size, around: Surroundings): Box {
  for (let tries = 0; tries < TRIES; tries++) {
    const at = { x: box.x + box.width + GAP.x, y: box.y + tries * (size.height + AIR), ...size };
    if (isFree(at, around)) return at;
  }
  return alone(size, around.boxes);
}

function inside(size: Size, before: Box, after: Box): Box | undefined {
  const room = after.y - before.y - before.height;
  if (room < size.height + 2 * LEAST) return undefined;
  const y = before.y + before.height + (room - size.height) / 2;
  return { x: Math.round(middle(before) - size.width / 2), y: Math.round(y), ...size };
}

function under(box: Box, size: Size): Box {
  return { x: Math.round(middle(box) - size.width / 2), y: box.y + box.height + GAP.y, ...size };
}

function above(box: Box, size: Size): Box {
  return { x: Math.round(middle(box) - size.width / 2), y: box.y - GAP.y - size.height, ...size };
}

/** Below all the others. */
function alone(size: Size, boxes: Box[]): Box {
  if (!boxes.length) return { x: 60, y: 60, ...size };
  const all = union(boxes);
  return { x: all.x, y: all.y + all.height + GAP.y, ...size };
}

function isFree(at: Box, { boxes, lines }: Surroundings): boolean {
  const needed = around(at, AIR);
  return !boxes.some((box) => meet(needed, box)) && !lines.some((line) => pieces(line).some((piece) => meet(needed, piece)));
}

function pieces(line: Point[]): Box[] {
  return line.slice(1).map((to, i) => ({
    x: Math.min(line[i].x, to.x),
    y: Math.min(line[i].y, to.y),
    width: Math.abs(line[i].x - to.x) || 1,
    height: Math.abs(line[i].y - to.y) || 1,
  }));
}

function middle(box: Box): number {
  return box.x + box.width / 2;
}
