package io.usher.engine.workflow.internal.compile;

import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.WaitBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The elements and flows of a process, in the order in which a journey can come to them. */
record ProcessPlan(List<Piece> pieces, List<Line> lines) {

    /** A flow of the process; a chosen one is taken only when the engine has decided for it. */
    record Line(String id, String source, String target, boolean chosen) {}

    static ProcessPlan of(Graph graph) {
        var pieces = new LinkedHashMap<String, Piece>();
        var lines = new ArrayList<Line>();
        for (Node node : inOrder(graph)) {
            pieces.put(node.id(), new Piece.Block(node));
            for (Flow flow : node.out()) {
                add(graph, node, flow, pieces, lines);
            }
        }
        return new ProcessPlan(List.copyOf(pieces.values()), List.copyOf(lines));
    }

    /** The way a gateway takes when nothing is decided: else stands last, and of a Split the last branch. */
    static String defaultFlow(Node decision) {
        return decision.out().getLast().id();
    }

    private static void add(Graph graph, Node node, Flow flow, Map<String, Piece> pieces, List<Line> lines) {
        if (needsStep(graph, node, flow)) {
            var step = Workflows.step(flow.id());
            pieces.put(step, new Piece.Step(step));
            lines.add(new Line(flow.id(), flow.source(), step, false));
            lines.add(new Line(step + "__on", step, flow.target(), false));
        } else {
            var chosen = node.type() instanceof DecisionBlock && !flow.id().equals(defaultFlow(node));
            lines.add(new Line(flow.id(), flow.source(), flow.target(), chosen));
        }
    }

    /** Behind a wait somebody has to decide the way on, unless a block with a job follows, whose completion does it. */
    private static boolean needsStep(Graph graph, Node node, Flow flow) {
        return node.type() instanceof WaitBlock && !(graph.node(flow.target()).type() instanceof ActionBlock);
    }

    private static List<Node> inOrder(Graph graph) {
        var seen = new LinkedHashSet<String>();
        seen.add(graph.start());
        var order = new ArrayList<Node>();
        for (var ids = new ArrayList<>(seen); order.size() < ids.size(); ) {
            var node = graph.node(ids.get(order.size()));
            order.add(node);
            for (Flow flow : node.out()) {
                if (seen.add(flow.target())) {
                    ids.add(flow.target());
                }
            }
        }
        return order;
    }
}
