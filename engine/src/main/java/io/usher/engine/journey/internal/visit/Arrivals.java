package io.usher.engine.journey.internal.visit;

import io.usher.engine.journey.internal.record.CurrentStep;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.record.TrailLines;
import io.usher.engine.platform.async.Async;
import io.usher.engine.workflow.Graph.Node;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first job behind a wait records that the wait was left. */
@Component
class Arrivals {

    private final JourneyRuns runs;
    private final Clock clock;

    Arrivals(JourneyRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** The journey as it stands at the block; null when it has changed meanwhile. */
    @Nullable
    JourneyRecord at(Node node, JourneyRecord record, Job job) {
        var step = record.step();
        if (step != null && step.block().equals(node.id())) {
            return record;
        }
        var now = clock.instant();
        return Async.await(runs.arrive(record, job, CurrentStep.at(node, now), TrailLines.waitLeft(record, now)));
    }
}
