package io.usher.engine.journey.internal.visit;

import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.journey.internal.record.CurrentStep;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns.Parking;
import io.usher.engine.journey.internal.record.TrailLines;
import io.usher.engine.journey.internal.record.Versions;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Reason;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Workflows;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where and why a journey is parked; also when its version cannot be read, which may be the very reason. */
@Component
class Parkings {

    private static final String START = "start";

    private final Workflows workflows;
    private final Clock clock;

    Parkings(Workflows workflows, Clock clock) {
        this.workflows = workflows;
        this.clock = clock;
    }

    /** At the start while nothing is decided, else at the block where the run was to begin. */
    Parking ofStart(JourneyRecord record, Reason why) {
        var step = record.step();
        var spot = step == null || record.ahead() == null
                ? graph(record)
                        .map(graph -> Spot.of(record, graph.node(graph.start())))
                        .orElseGet(() -> new Spot(START, "Start", START, 1))
                : Spot.of(record, step);
        return parking(record, spot, why, null);
    }

    Parking ofJob(JourneyRecord record, Job job, Reason why) {
        var flow = Elements.flowOfStep(job.element()).orElse(null);
        var spot = graph(record)
                .flatMap(graph -> node(graph, job, flow))
                .map(node -> Spot.of(record, node))
                .orElseGet(() -> unread(record, job));
        return parking(record, spot, why, flow);
    }

    private Optional<Graph> graph(JourneyRecord record) {
        try {
            return Optional.of(Versions.of(workflows, record.journey()).graph());
        } catch (RuntimeException e) {
            if (Failures.unavailable(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Optional<Node> node(Graph graph, Job job, @Nullable String flow) {
        try {
            return Optional.of(
                    graph.node(flow == null ? job.element() : graph.flow(flow).target()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is known of the place without the drawing. */
    private static Spot unread(JourneyRecord record, Job job) {
        var step = record.step();
        return step == null ? new Spot(job.element(), job.element(), "", 1) : Spot.of(record, step);
    }

    private Parking parking(JourneyRecord record, Spot spot, Reason reason, @Nullable String flow) {
        var now = clock.instant();
        var step = record.step();
        var entered = step == null ? now : step.place().since();
        var line = new TrailEntry(
                spot.block(), spot.name(), spot.kind(), spot.pass(), entered, now, Result.FAILED, reason, null, null);
        return new Parking(new Failure(spot.block(), reason, now), line, flow);
    }

    /** A block as a line of the trail names it. */
    private record Spot(String block, String name, String kind, int pass) {

        static Spot of(JourneyRecord record, Node node) {
            return new Spot(node.id(), node.name(), node.type().description().key(), record.pass(node.id()));
        }

        static Spot of(JourneyRecord record, CurrentStep step) {
            return new Spot(step.block(), step.name(), step.kind(), TrailLines.pass(record, step));
        }
    }
}
