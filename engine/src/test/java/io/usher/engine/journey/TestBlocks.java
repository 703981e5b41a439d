package io.usher.engine.journey;

import static io.usher.engine.platform.words.English.said;

import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.ExitBlock;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.StartBlock;
import io.usher.engine.workflow.spi.Visit;
import io.usher.engine.workflow.spi.WaitBlock;
import io.usher.engine.workflow.spi.WayOut;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Blocks that do what a test says, and the parts of a graph made of them. */
public final class TestBlocks {

    public static final String TASK = "usher.test";

    private TestBlocks() {}

    public static Node node(String id, BlockType type, Flow... out) {
        return new Node(id, "The " + id, type, Settings.NONE, List.of(out));
    }

    public static Flow flow(String id, String from, String to) {
        return new Flow(id, from, to, null);
    }

    public static Flow way(String id, String from, String to, int order) {
        return new Flow(id, from, to, new WayOut(id, "Way " + id, order, WayOut.Kind.RULE, null, null));
    }

    private static BlockDescription description(String key, Drawn drawn, Ways ways) {
        var task = drawn == Drawn.SERVICE_TASK ? TASK : null;
        return new BlockDescription(key, key, "", "", "flow", "", drawn, task, ways, List.of());
    }

    /** Where it begins. */
    public static final class Begin implements StartBlock {

        @Override
        public BlockDescription description() {
            return TestBlocks.description("start", Drawn.START_EVENT, Ways.ONE);
        }
    }

    /** Where it ends. */
    public static final class Finish implements ExitBlock {

        @Override
        public BlockDescription description() {
            return TestBlocks.description("exit", Drawn.END_EVENT, Ways.NONE);
        }
    }

    /** Does what the test says. */
    public record Effect(Function<Visit, Outcome> effect) implements ActionBlock {

        @Override
        public Outcome run(Visit visit) {
            return effect.apply(visit);
        }

        @Override
        public BlockDescription description() {
            return TestBlocks.description("effect", Drawn.SERVICE_TASK, Ways.ONE);
        }
    }

    /** Waits for this time. */
    public record Pause(Duration time) implements WaitBlock {

        @Override
        public Due due(Visit visit) {
            return new Due(visit.now().plus(time), said(time.toSeconds() + " seconds"));
        }

        @Override
        public BlockDescription description() {
            return TestBlocks.description("pause", Drawn.TIMER, Ways.ONE);
        }
    }

    /** Takes the way of the index that the test gives. */
    public record Crossing(Function<Visit, Integer> which) implements DecisionBlock {

        @Override
        public Choice choose(Visit visit, List<WayOut> ways) {
            return new Choice(ways.get(which.apply(visit)), said("the test said so"));
        }

        @Override
        public List<SettingProblem> checkWays(List<WayOut> ways) {
            return List.of();
        }

        @Override
        public BlockDescription description() {
            return TestBlocks.description("crossing", Drawn.EXCLUSIVE_GATEWAY, Ways.RULES);
        }
    }
}
