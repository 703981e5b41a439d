package io.usher.engine.workflow.internal.check;

import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs is on the canvas. A drawing of which nothing is shown is only pointed out: it cannot be taken for another one, and
 * the designer lays it out when it is opened. One of which a part is shown must show all of it.
 */
final class PictureCheck implements Check {

    private static final String REMEDY = "open the drawing in the designer, which adds it, and save it";

    @Override
    public List<DrawingProblem> check(Subject subject) {
        var sketch = subject.sketch();
        var blocks = sketch.blocks().values();
        if (blocks.isEmpty()) {
            return List.of();
        }
        if (blocks.stream().noneMatch(block -> sketch.picture().shows(block.id()))) {
            return List.of(DrawingProblem.error(
                            "no-picture",
                            "The drawing does not say where its blocks stand. The designer arranges them when it is"
                                    + " opened")
                    .asWarning());
        }
        var problems = new ArrayList<DrawingProblem>();
        for (Block block : blocks) {
            if (!sketch.picture().shows(block.id())) {
                problems.add(block.error(
                        "no-shape",
                        "is not on the canvas (the drawing has no shape for it); " + REMEDY + ", or delete the block"));
            }
            block.out().stream()
                    .filter(flow -> !sketch.picture().shows(flow.id()))
                    .map(flow -> unseen(block, flow, sketch))
                    .forEach(problems::add);
        }
        return problems;
    }

    private static DrawingProblem unseen(Block from, Flow flow, Sketch sketch) {
        var to = sketch.blocks().get(flow.target());
        var name = to == null ? flow.target() : to.name();
        return DrawingProblem.error(
                "no-edge",
                from.id(),
                from.name(),
                "The line from \"" + from.name() + "\" to \"" + name
                        + "\" is not on the canvas (the drawing has no edge for it); " + REMEDY);
    }
}
