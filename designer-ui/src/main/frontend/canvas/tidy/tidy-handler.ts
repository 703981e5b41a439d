import dagre from '@dagrejs/dagre';
import { exitOf } from '../drawing';

/** Ways in the order the form lists them, other lines as they were drawn. */
function byOrder(a: any, b: any): number {
  return (exitOf(a)?.order ?? 0) - (exitOf(b)?.order ?? 0);
}

/** Whether more ways stand from right to left than from left to right. */
function mirrored(graph: any, flows: any[]): boolean {
  let turned = 0;
  for (const a of flows) {
    for (const b of a.source.outgoing) {
      if (!exitOf(a) || !exitOf(b) || byOrder(a, b) >= 0) continue;
      turned += Math.sign(graph.node(a.target.id).x - graph.node(b.target.id).x);
    }
  }
  return turned > 0;
}

/** Places the blocks from top to bottom and lays the flows anew; one undoable step. */
export class TidyHandler {
  static $inject = ['modeling', 'elementRegistry', 'canvas'];

  constructor(
    private readonly modeling: any,
    private readonly elementRegistry: any,
    private readonly canvas: any
  ) {}

  preExecute() {
    const root = this.canvas.getRootElement();
    const nodes = this.elementRegistry.filter(
      (e: any) => e.parent === root && !e.waypoints && e.type !== 'label' && !e.host
    );
    const flows = this.elementRegistry.filter(
      (e: any) => e.waypoints && nodes.includes(e.source) && nodes.includes(e.target)
    );
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    graph.setGraph({ rankdir: 'TB', nodesep: 60, ranksep: 56, marginx: 60, marginy: 60 });
    for (const node of nodes) graph.setNode(node.id, { width: node.width, height: node.height });
    // what follows a decision stands close to it, rather than where its ways meet again
    for (const flow of [...flows].sort(byOrder)) {
      graph.setEdge(flow.source.id, flow.target.id, { weight: exitOf(flow) ? 8 : 1 }, flow.id);
    }
    dagre.layout(graph);
    const across = mirrored(graph, flows) ? (x: number) => graph.graph().width! - x : (x: number) => x;
    for (const node of nodes) {
      const { y } = graph.node(node.id);
      const x = across(graph.node(node.id).x);
      const by = { x: Math.round(x - node.width / 2 - node.x), y: Math.round(y - node.height / 2 - node.y) };
      if (by.x || by.y) this.modeling.moveShape(node, by, root, { autoResize: false, layout: false });
    }
    // with its old waypoints a flow would be kept as it is
    for (const flow of flows) this.modeling.layoutConnection(flow, { waypoints: [] });
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }
}
