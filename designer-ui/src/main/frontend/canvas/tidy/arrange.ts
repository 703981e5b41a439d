import dagre from '@dagrejs/dagre';
import { exitOf } from '../drawing';

export interface Node {
  id: string;
  width: number;
  height: number;
}

/** A line between two nodes; `flow` is what it stands for in the drawing. */
export interface Edge {
  id: string;
  from: string;
  to: string;
  flow: any;
}

/** Ways in the order the form lists them, other lines as they were drawn. */
function byOrder(a: Edge, b: Edge): number {
  return (exitOf(a.flow)?.order ?? 0) - (exitOf(b.flow)?.order ?? 0);
}

/** Whether more ways stand from right to left than from left to right. */
function mirrored(graph: any, edges: Edge[]): boolean {
  let turned = 0;
  for (const a of edges) {
    for (const b of edges) {
      if (a.from !== b.from || !exitOf(a.flow) || !exitOf(b.flow) || byOrder(a, b) >= 0) continue;
      turned += Math.sign(graph.node(a.to).x - graph.node(b.to).x);
    }
  }
  return turned > 0;
}

/** Where each node's upper left corner stands when they follow one another from top to bottom. */
export function arrange(nodes: Node[], edges: Edge[]): Map<string, { x: number; y: number }> {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 60, ranksep: 56, marginx: 60, marginy: 60 });
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  // what follows a decision stands close to it, rather than where its ways meet again
  for (const { id, from, to, flow } of [...edges].sort(byOrder)) graph.setEdge(from, to, { weight: exitOf(flow) ? 8 : 1 }, id);
  dagre.layout(graph);
  const across = mirrored(graph, edges) ? (x: number) => graph.graph().width! - x : (x: number) => x;
  return new Map(
    nodes.map(({ id, width, height }) => {
      const { x, y } = graph.node(id);
      return [id, { x: Math.round(across(x) - width / 2), y: Math.round(y - height / 2) }];
    })
  );
}
