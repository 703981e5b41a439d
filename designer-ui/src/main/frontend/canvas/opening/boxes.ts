import type { Point } from '../adding/room';
import { CARD, isCard } from '../cards/card-shapes';
import { detour } from '../cards/detour';
import { route } from '../cards/route';

export interface Box extends Point {
  width: number;
  height: number;
}

const SIZES: [string, { width: number; height: number }][] = [
  ['bpmn:Event', { width: 36, height: 36 }],
  ['bpmn:Gateway', { width: 50, height: 50 }],
  ['bpmn:DataObjectReference', { width: 36, height: 50 }],
  ['bpmn:DataStoreReference', { width: 50, height: 50 }],
  ['bpmn:TextAnnotation', { width: 160, height: 50 }],
];

/** A plain start or end event becomes a card once it is opened to be drawn on, and needs the room of one. */
export function isCardSoon(bo: any): boolean {
  const isPlain = ['bpmn:StartEvent', 'bpmn:EndEvent'].includes(bo.$type) && !bo.eventDefinitions?.length;
  return isCard(bo) || (isPlain && bo.$parent?.$type === 'bpmn:Process');
}

/** Round the same middle in another size. */
export function sized({ x, y, width, height }: Box, size: { width: number; height: number }): Box {
  return { x: x + (width - size.width) / 2, y: y + (height - size.height) / 2, ...size };
}

/** How large an element is drawn that has no place yet. */
export function sizeOf(bo: any): { width: number; height: number } {
  if (isCard(bo)) return CARD;
  return SIZES.find(([type]) => bo.$instanceOf(type))?.[1] ?? { width: 100, height: 80 };
}

/** Where an element is seen: a block never smaller than a card. */
export function seen(bo: any, box: Box): Box {
  return isCard(bo) ? atLeastCard(box) : box;
}

/** What it takes of the room, also when it becomes a card. */
export function taken(bo: any, box: Box): Box {
  return isCardSoon(bo) ? atLeastCard(box) : box;
}

function atLeastCard({ x, y, width, height }: Box): Box {
  const box = { x, y, width, height };
  return width >= CARD.width && height >= CARD.height ? box : sized(box, CARD);
}

/** Whether anything can be drawn there. */
export function isBox(bounds: any): bounds is Box {
  return !!bounds && [bounds.x, bounds.y, bounds.width, bounds.height].every(Number.isFinite) && bounds.width > 0 && bounds.height > 0;
}

export function union(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function around(box: Box, air: number): Box {
  return { x: box.x - air, y: box.y - air, width: box.width + 2 * air, height: box.height + 2 * air };
}

export function meet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A line from one to another, round the others: as between cards, or across where they stand side by side. */
export function join(source: Box, target: Box, bos: any[], others: Box[]): Point[] {
  const beside = target.x >= source.x + source.width ? 1 : source.x >= target.x + target.width ? -1 : 0;
  const level = source.y < target.y + target.height && target.y < source.y + source.height;
  if (!beside || !level || bos.every(isCard)) {
    return detour(route(source, target, bos[0].$type === 'bpmn:ExclusiveGateway'), others).map(({ x, y }) => ({ x, y }));
  }
  const start = { x: source.x + (beside > 0 ? source.width : 0), y: source.y + source.height / 2 };
  const end = { x: target.x + (beside > 0 ? 0 : target.width), y: target.y + target.height / 2 };
  if (start.y === end.y) return [start, end];
  const middle = (start.x + end.x) / 2;
  return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
}

/** A straight line from edge to edge, as notes have it. */
export function straight(source: Box, target: Box): Point[] {
  return [edge(source, middle(target)), edge(target, middle(source))];
}

function edge(box: Box, towards: Point): Point {
  const from = middle(box);
  const [dx, dy] = [towards.x - from.x, towards.y - from.y];
  const part = Math.min(dx ? box.width / 2 / Math.abs(dx) : Infinity, dy ? box.height / 2 / Math.abs(dy) : Infinity, 1);
  return { x: from.x + dx * part, y: from.y + dy * part };
}

function middle(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
