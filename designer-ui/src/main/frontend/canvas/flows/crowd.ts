import type { Box } from '../cards/route';
import type { Point } from './way-label';

const ROW = 80;
const APART = 6;

/** What stands where on the canvas, kept in rows so that only what is near is looked at. */
export class Crowd {
  private readonly rows = new Map<number, Box[]>();

  constructor(boxes: Box[]) {
    boxes.forEach((box) => this.add(box));
  }

  add(box: Box) {
    for (const row of rowsOf(box.y, box.height)) this.rows.set(row, [...(this.rows.get(row) ?? []), box]);
  }

  /** How wide something of this height may be whose middle is the point, without touching anything. */
  room(point: Point, height: number): number {
    let half = Infinity;
    const top = point.y - height / 2 - APART / 2;
    for (const row of rowsOf(top, height + APART)) {
      for (const box of this.rows.get(row) ?? []) {
        if (box.y >= top + height + APART || box.y + box.height <= top) continue;
        half = Math.min(half, Math.max(box.x - point.x, point.x - box.x - box.width, 0) - APART);
      }
    }
    return Math.max(0, 2 * half);
  }
}

function rowsOf(y: number, height: number): number[] {
  const first = Math.floor(y / ROW);
  return Array.from({ length: Math.floor((y + height) / ROW) - first + 1 }, (_, i) => first + i);
}
