import type { Point } from '../adding/room';
import { arrange } from './arrange';

/**
 * Places the blocks from top to bottom and lays the lines anew; what is attached to a block, and notes about it, go with it.
 * One undoable step.
 */
export class TidyHandler {
  static $inject = ['modeling', 'elementRegistry', 'canvas'];

  constructor(
    private readonly modeling: any,
    private readonly elementRegistry: any,
    private readonly canvas: any
  ) {}

  preExecute() {
    const root = this.canvas.getRootElement();
    const shapes = this.elementRegistry.filter((e: any) => e.parent === root && !e.waypoints && e.type !== 'label' && !e.host);
    const nodes = shapes.filter((e: any) => isInFlow(e));
    const lines = this.elementRegistry.filter((e: any) => e.waypoints && e.parent === root);
    const edges = lines
      .map((flow: any) => ({ id: flow.id, from: carrier(flow.source), to: carrier(flow.target), flow }))
      .filter(({ from, to }: any) => nodes.includes(from) && nodes.includes(to));
    const places = arrange(
      nodes.map(withWords),
      edges.map((edge: any) => ({ ...edge, from: edge.from.id, to: edge.to.id }))
    );
    const moved = new Map<any, Point>();
    for (const node of nodes) {
      const { x, y } = places.get(node.id)!;
      const aside = Math.round((withWords(node).width - node.width) / 2);
      moved.set(node, { x: x + aside - node.x, y: y - node.y });
    }
    // a note goes with what it is about
    for (const note of shapes.filter((e: any) => !isInFlow(e))) {
      const about = neighbours(note).find((one) => moved.has(one));
      if (about) moved.set(note, moved.get(about)!);
    }
    for (const [shape, by] of moved) this.move(shape, by, root);
    // with its old waypoints a line would be kept as it is
    for (const line of lines) if (isMoved(line, moved)) this.modeling.layoutConnection(line, { waypoints: [] });
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }

  private move(shape: any, by: Point, parent: any) {
    if (!by.x && !by.y) return;
    this.modeling.moveShape(shape, by, parent, { autoResize: false, layout: false });
    for (const label of shape.labels ?? []) this.modeling.moveShape(label, by, parent, { autoResize: false, layout: false });
    for (const attached of shape.attachers ?? []) this.move(attached, by, parent);
  }
}

/** Whose place decides where the end of a line is. */
function carrier(element: any): any {
  return element?.host ?? element;
}

/** What carries its words outside needs room for them: they go to the side that no line takes. */
function withWords({ id, width, height, labels }: any) {
  const words = (labels ?? []).filter((label: any) => !label.hidden);
  const wide = width + 2 * Math.max(0, ...words.map((label: any) => label.width + 10));
  return { id, width: wide, height: words.length ? height + 24 : height };
}

function isInFlow(element: any): boolean {
  return element.businessObject.$instanceOf('bpmn:FlowNode');
}

function neighbours(element: any): any[] {
  return [
    ...element.outgoing.map((line: any) => carrier(line.target)),
    ...element.incoming.map((line: any) => carrier(line.source)),
  ];
}

function isMoved(line: any, moved: Map<any, Point>): boolean {
  return [line.source, line.target].every((end) => moved.has(carrier(end)));
}
