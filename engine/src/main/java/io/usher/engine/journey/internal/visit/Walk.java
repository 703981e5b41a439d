package io.usher.engine.journey.internal.visit;

import static io.usher.engine.shared.Reason.text;

import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.journey.internal.record.CurrentStep;
import io.usher.engine.journey.internal.record.Progress;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.journey.internal.record.TrailLines;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.ExitBlock;
import io.usher.engine.workflow.spi.StartBlock;
import io.usher.engine.workflow.spi.Visit;
import io.usher.engine.workflow.spi.WaitBlock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what follows a flow and needs no job of its own: conditions and splits, the due time of a wait, the end. Decided on
 * data of the moment, so the result holds only once it is recorded.
 */
@Component
public class Walk {

    private static final Sentence REACHED_END = Sentence.of("trail", "reached-end");
    private static final Sentence FINISHED = Sentence.of("end", "finished", "block");

    private final Visits visits;
    private final Clock clock;

    Walk(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    public Way from(RunState position, String flow) {
        return new Steps(position, clock.instant()).along(flow);
    }

    /** One walk under way. */
    private final class Steps {

        private final Instant now;
        private final Map<String, String> exits = new HashMap<>();
        private final List<TrailEntry> lines = new ArrayList<>();
        private RunState position;

        Steps(RunState position, Instant now) {
            this.position = position;
            this.now = now;
        }

        Way along(String flow) {
            var graph = position.version().graph();
            var next = graph.flow(flow).target();
            for (int steps = 0; steps <= graph.nodes().size(); steps++) {
                var node = graph.node(next);
                switch (node.type()) {
                    case DecisionBlock decision ->
                        next = graph.flow(choose(node, decision)).target();
                    case ActionBlock action -> {
                        return reached(CurrentStep.at(node, now), Map.of());
                    }
                    case WaitBlock wait -> {
                        return waiting(node, wait);
                    }
                    case ExitBlock exit -> {
                        return ended(node);
                    }
                    case StartBlock start -> throw new IllegalStateException("A flow leads back to the start");
                }
            }
            throw new IllegalStateException("The decisions behind flow " + flow + " lead in a circle");
        }

        private String choose(Node node, DecisionBlock decision) {
            var ways = node.out().stream()
                    .flatMap(flow -> Stream.ofNullable(flow.wayOut()))
                    .toList();
            var choice = decision.choose(visit(node), ways);
            exits.put(node.id(), choice.way().flow());
            pass(node, choice.reason(), choice.way().name());
            return choice.way().flow();
        }

        private Way waiting(Node node, WaitBlock wait) {
            var due = wait.due(visit(node));
            position = position.passed(node.id());
            return reached(
                    CurrentStep.waiting(node, now, due.until(), due.what()),
                    Map.of(node.id(), due.until().toString()));
        }

        private Way ended(Node node) {
            pass(node, REACHED_END.with(), null);
            var end = new End(now, FINISHED.with(text(node.name())), null, null);
            return new Way(
                    new Ahead(exits, Map.of()),
                    new Progress(lines, position.passes(), null, position.memory(), end),
                    now);
        }

        private Way reached(CurrentStep step, Map<String, String> until) {
            return new Way(
                    new Ahead(exits, until),
                    new Progress(lines, position.passes(), step, position.memory(), null),
                    now);
        }

        private void pass(Node node, Reason did, @Nullable String way) {
            lines.add(TrailLines.passed(node, position.pass(node.id()), now, now, Result.DONE, did, way));
            position = position.passed(node.id());
        }

        private Visit visit(Node node) {
            return visits.decision(position, node, now);
        }
    }
}
