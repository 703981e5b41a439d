package io.usher.engine.workflow.internal.check;

import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import java.util.List;
import java.util.stream.Stream;

/** What each block says of its own settings. */
final class BlockCheck implements Check {

    @Override
    public List<DrawingProblem> check(Subject subject) {
        return subject.sketch().blocks().values().stream()
                .flatMap(BlockCheck::problems)
                .toList();
    }

    private static Stream<DrawingProblem> problems(Block block) {
        if (block.type() == null) {
            return Stream.of();
        }
        return block.type().check(block.settings()).stream()
                .map(problem -> block.error(problem.rule(), problem.message()).at(problem.field()));
    }
}
