package io.usher.engine.workflow.internal.check;

import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.BlockType.SettingProblem;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.WayOut;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether the ways out of each decision make sense together, as its block judges; only where each could be read. */
final class WaysCheck implements Check {

    @Override
    public List<DrawingProblem> check(Subject subject) {
        return subject.sketch().blocks().values().stream()
                .filter(block -> !block.out().isEmpty() && !unreadable(subject, block))
                .flatMap(WaysCheck::problems)
                .toList();
    }

    private static boolean unreadable(Subject subject, Block block) {
        return subject.sketch().problems().stream()
                .anyMatch(problem -> block.id().equals(problem.block())
                        && problem.field() != null
                        && problem.field().startsWith("ways."));
    }

    private static Stream<DrawingProblem> problems(Block block) {
        if (!(block.type() instanceof DecisionBlock decision)) {
            return Stream.of();
        }
        List<WayOut> ways =
                block.out().stream().map(Flow::wayOut).filter(Objects::nonNull).toList();
        return decision.checkWays(ways).stream().map(problem -> problem(block, problem));
    }

    private static DrawingProblem problem(Block block, SettingProblem problem) {
        var found = block.error(problem.rule(), problem.message());
        return problem.field().isEmpty() ? found : found.at("ways." + problem.field());
    }
}
