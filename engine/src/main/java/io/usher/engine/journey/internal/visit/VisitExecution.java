package io.usher.engine.journey.internal.visit;

import static io.usher.engine.shared.Reason.text;

import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.Versions;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.MemoryFullException;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.Outcome;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One visit: effect, way on, record. An empty answer means that something has changed meanwhile and the job is to be looked at
 * again; a job is never answered with an outcome that was only computed.
 */
@Component
class VisitExecution {

    private static final Sentence MEMORY_FULL = Sentence.of("failure", "memory-full", "message");

    private final Workflows workflows;
    private final Arrivals arrivals;
    private final Visits visits;
    private final VisitRecords records;
    private final VisitFailures failures;
    private final CrashPoints crashPoints;

    VisitExecution(
            Workflows workflows,
            Arrivals arrivals,
            Visits visits,
            VisitRecords records,
            VisitFailures failures,
            CrashPoints crashPoints) {
        this.workflows = workflows;
        this.arrivals = arrivals;
        this.visits = visits;
        this.records = records;
        this.failures = failures;
        this.crashPoints = crashPoints;
    }

    Optional<JobAnswer> of(JourneyRecord record, Job job) {
        var version = Versions.of(workflows, record.journey());
        var flow = Elements.flowOfStep(job.element());
        if (flow.isPresent()) {
            return failures.held(record, job)
                    .or(() -> records.step(RunState.of(record, version), record, job, flow.get()));
        }
        var node = version.graph().node(job.element());
        if (!(node.type() instanceof ActionBlock block)) {
            throw new IllegalStateException("Block " + job.element() + " does nothing by itself");
        }
        var arrived = arrivals.at(node, record, job);
        if (arrived == null) {
            return Optional.empty();
        }
        return failures.held(arrived, job).or(() -> run(RunState.of(arrived, version), arrived, job, block));
    }

    private Optional<JobAnswer> run(RunState position, JourneyRecord record, Job job, ActionBlock block) {
        crashPoints.reached("visit-before-effect");
        var outcome = block.run(visits.action(position, record, job));
        crashPoints.reached("visit-after-effect");
        return switch (outcome) {
            case Outcome.GoOn goOn -> goOn(position, record, job, goOn);
            case Outcome.End end -> records.end(position, record, job, end);
            case Outcome.NotYet notYet -> failures.notYet(record, job, notYet);
            case Outcome.TryAgain again -> failures.tryAgain(record, job, again.why());
            case Outcome.Failed failed -> failures.park(record, job, failed.why());
        };
    }

    private Optional<JobAnswer> goOn(RunState position, JourneyRecord record, Job job, Outcome.GoOn outcome) {
        try {
            return records.goOn(position, record, job, outcome);
        } catch (MemoryFullException e) {
            return failures.park(record, job, MEMORY_FULL.with(text(String.valueOf(e.getMessage()))));
        }
    }
}
