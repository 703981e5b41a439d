package io.usher.engine.workflow.internal.check;

import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.ExitBlock;
import io.usher.engine.workflow.spi.StartBlock;
import io.usher.engine.workflow.spi.WaitBlock;
import java.util.ArrayList;
import java.util.List;

/** One start, and of each block the ways in and out that it must have. */
final class ShapeCheck implements Check {

    private static final int MOST_BLOCKS = 500;

    @Override
    public List<DrawingProblem> check(Subject subject) {
        var sketch = subject.sketch();
        var problems = new ArrayList<DrawingProblem>();
        checkSize(sketch, problems);
        checkStarts(sketch, problems);
        sketch.blocks().values().forEach(block -> checkWays(block, problems));
        return problems;
    }

    private static void checkSize(Sketch sketch, List<DrawingProblem> problems) {
        if (sketch.blocks().size() > MOST_BLOCKS) {
            problems.add(DrawingProblem.error(
                    "too-many-blocks",
                    "The drawing has " + sketch.blocks().size() + " blocks; a workflow can have at most "
                            + MOST_BLOCKS));
        }
    }

    private static void checkStarts(Sketch sketch, List<DrawingProblem> problems) {
        var starts =
                sketch.blocks().values().stream().filter(ShapeCheck::isStart).toList();
        if (starts.isEmpty()) {
            problems.add(DrawingProblem.error("no-start", "The drawing has no Start; add one"));
        }
        starts.stream()
                .skip(1)
                .map(start -> start.error("two-starts", "is one Start too many; keep only one"))
                .forEach(problems::add);
    }

    /** A start event that does not say its block has that problem already; it is no missing start as well. */
    private static boolean isStart(Block block) {
        return block.type() instanceof StartBlock
                || block.type() == null && block.tag().equals("startEvent");
    }

    private static void checkWays(Block block, List<DrawingProblem> problems) {
        switch (block.type()) {
            case StartBlock start -> {
                if (!block.in().isEmpty()) {
                    problems.add(
                            block.error("start-way-in", "is the Start, but a line leads into it; delete that line"));
                }
                checkOneOut(block, problems);
            }
            case ExitBlock exit -> {
                checkIn(block, problems);
                if (!block.out().isEmpty()) {
                    problems.add(
                            block.error("exit-way-out", "is an Exit, but a line leads out of it; delete that line"));
                }
            }
            case DecisionBlock decision -> {
                checkIn(block, problems);
                checkOut(block, problems);
            }
            case ActionBlock action -> checkInAndOneOut(block, problems);
            case WaitBlock wait -> checkInAndOneOut(block, problems);
            case null -> {
                // what it is is not known
            }
        }
    }

    private static void checkInAndOneOut(Block block, List<DrawingProblem> problems) {
        checkIn(block, problems);
        checkOneOut(block, problems);
    }

    private static void checkIn(Block block, List<DrawingProblem> problems) {
        if (block.in().isEmpty()) {
            problems.add(block.error("no-way-in", "has no line leading to it; draw one, or delete it"));
        }
    }

    private static void checkOut(Block block, List<DrawingProblem> problems) {
        if (block.out().isEmpty()) {
            problems.add(block.error("no-way-out", "leads nowhere; draw a line to the next block or to an Exit"));
        }
    }

    private static void checkOneOut(Block block, List<DrawingProblem> problems) {
        checkOut(block, problems);
        if (block.out().size() > 1) {
            problems.add(block.error(
                    "many-ways-out",
                    "has " + block.out().size()
                            + " lines out of it; only a Condition or a Split can have more than one"));
        }
    }
}
