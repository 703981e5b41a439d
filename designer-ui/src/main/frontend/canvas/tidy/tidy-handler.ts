import dagre from '@dagrejs/dagre';

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
    for (const flow of flows) graph.setEdge(flow.source.id, flow.target.id, {}, flow.id);
    dagre.layout(graph);
    for (const node of nodes) {
      const { x, y } = graph.node(node.id);
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
