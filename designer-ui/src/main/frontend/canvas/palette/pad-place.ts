/** In pixels of the canvas. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What may lie where the buttons would stand, the worst first. */
export interface Around {
  room: Rect;
  never: Rect[];
  handles: Rect[];
  cards: Rect[];
  /** How far from what is selected. */
  away: number;
}

const BELOW = 5;

/**
 * Where the buttons of what is selected stand: beside it, above or below, wherever they are in view and on nothing that a
 * person may want to meet with the mouse, least of all on the mark of bpmn.io and on a handle.
 */
export function padPlace(targets: Rect[], column: Size, row: Size, around: Around): Rect & { row: boolean } {
  const places = targets.flatMap((target) => beside(target, column, row, around.away));
  const cost = (place: Rect) =>
    10_000 * missing(place, around.room) +
    5_000 * meeting(place, around.never) +
    100 * meeting(place, around.handles) +
    10 * meeting(place, around.cards);
  let best = places[0];
  for (const place of places) if (cost(place) < cost(best)) best = place;
  return around.never.reduce<typeof best>(clear, best);
}

/** Whether a button there would lie on another card or on a handle. */
export function isInTheWay(button: Rect, around: Around): boolean {
  return meeting(button, [...around.handles, ...around.cards]) > 0;
}

interface Size {
  width: number;
  height: number;
}

function beside({ left, top, width, height }: Rect, column: Size, row: Size, away: number) {
  const right = left + width;
  const bottom = top + height;
  const end = right - row.width;
  return [
    { ...column, left: right + away, top, row: false },
    { ...column, left: left - away - column.width, top, row: false },
    { ...row, left: end, top: top - away - row.height, row: true },
    { ...row, left: end, top: bottom + away, row: true },
    { ...row, left, top: top - away - row.height, row: true },
    { ...row, left, top: bottom + away, row: true },
    { ...column, left: right + away, top: bottom - column.height, row: false },
    { ...column, left: left - away - column.width, top: bottom - column.height, row: false },
  ];
}

/** Where no place was free of what must never be covered, above it. */
function clear<P extends Rect>(place: P, never: Rect): P {
  return meet(place, never) ? { ...place, top: never.top - place.height - BELOW } : place;
}

function meeting(place: Rect, others: Rect[]): number {
  return others.some((other) => meet(place, other)) ? 1 : 0;
}

/** Which share of the place is out of the room. */
function missing(place: Rect, room: Rect): number {
  const across = Math.min(place.left + place.width, room.left + room.width) - Math.max(place.left, room.left);
  const down = Math.min(place.top + place.height, room.top + room.height) - Math.max(place.top, room.top);
  return 1 - (Math.max(0, across) * Math.max(0, down)) / (place.width * place.height);
}

function meet(one: Rect, other: Rect): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}
