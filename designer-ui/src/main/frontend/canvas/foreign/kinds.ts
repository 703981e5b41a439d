import type { Blocks } from '../blocks';
import type { Block } from '../catalogue';
import { BLOCK, property } from '../drawing';

/** What another tool drew, and which blocks can take its place with all its lines. */
export interface Foreign {
  /** As in BPMN, with dashes: `user-task`; `unknown-block` for a block that the engine does not have. */
  kind: string;
  /** What an event or a loop waits for or does; the key of an unknown block. */
  detail: string | null;
  blocks: string[];
}

/** Undefined for blocks and for the lines between them. */
export function foreign(element: any, blocks: Blocks): Foreign | undefined {
  const bo = element.businessObject;
  if (!bo || bo.$type === 'bpmn:SequenceFlow' || blocks.of(element) || isRoot(bo)) return undefined;
  const key = property(bo, BLOCK);
  const possible = fitting(element, blocks).map((block) => block.key);
  if (key !== undefined) return { kind: 'unknown-block', detail: key, blocks: possible };
  const [definition] = bo.eventDefinitions ?? [];
  return { kind: dashed(bo.$type), detail: definition ? dashed(definition.$type.replace('EventDefinition', '')) : null, blocks: possible };
}

/** The blocks that can take an element's place so that no line of it is lost. */
export function fitting(element: any, blocks: Blocks): Block[] {
  if (element.waypoints || element.host || !element.businessObject.$instanceOf('bpmn:FlowNode')) return [];
  const into = flows(element.incoming).length;
  const out = flows(element.outgoing).length;
  const holds = (block: Block) =>
    block.drawn === 'start-event'
      ? !into && out < 2 && !hasStart(element, blocks)
      : (block.ways !== 'none' || !out) && (block.ways !== 'one' || out < 2);
  return blocks.all.filter(holds).sort((a, b) => a.familyOrder - b.familyOrder);
}

/** Whether the drawing of which this is a part has a Start. */
export function hasStart(element: any, blocks: Blocks): boolean {
  let root = element;
  while (root.parent) root = root.parent;
  return root.children.some((one: any) => blocks.of(one)?.drawn === 'start-event');
}

export function flows(lines: any[] | undefined): any[] {
  return (lines ?? []).filter((line) => line.businessObject.$type === 'bpmn:SequenceFlow');
}

function isRoot(bo: any): boolean {
  return bo.$type === 'bpmn:Process' || bo.$type === 'bpmn:Collaboration';
}

/** A type as BPMN calls it, with dashes. */
export function dashed(type: string): string {
  return type.replace(/^\w+:/, '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}
