package io.usher.engine.journey.internal.visit;

import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.platform.async.Async;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.spi.Visit;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes visits. */
@Component
class Visits {

    private final Surroundings surroundings;
    private final JourneyRuns runs;
    private final Clock clock;

    Visits(Surroundings surroundings, JourneyRuns runs, Clock clock) {
        this.surroundings = surroundings;
        this.runs = runs;
        this.clock = clock;
    }

    /** A visit of an action block on behalf of a job; only this one can mark the journey as having sent. */
    Visit action(RunState position, JourneyRecord record, Job job) {
        var node = position.version().graph().node(job.element());
        var now = clock.instant();
        var step = record.step();
        var entered = step == null ? now : step.place().since();
        return new LiveVisit(position, node, entered, now, surroundings, () -> Async.value(runs.markSent(job)));
    }

    /** A visit that only decides. */
    Visit decision(RunState position, Node node, Instant now) {
        return new LiveVisit(position, node, now, now, surroundings, () -> false);
    }
}
