package io.usher.engine.journey.internal;

import io.usher.engine.platform.crash.CrashPoints;
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
class Passage {

    private final Workflows workflows;
    private final Arrivals arrivals;
    private final Visits visits;
    private final VisitRecords records;
    private final Setbacks setbacks;
    private final CrashPoints crashPoints;

    Passage(
            Workflows workflows,
            Arrivals arrivals,
            Visits visits,
            VisitRecords records,
            Setbacks setbacks,
            CrashPoints crashPoints) {
        this.workflows = workflows;
        this.arrivals = arrivals;
        this.visits = visits;
        this.records = records;
        this.setbacks = setbacks;
        this.crashPoints = crashPoints;
    }

    Optional<Answer> of(Dossier dossier, Job job) {
        var version = Versions.of(workflows, dossier.journey());
        var flow = Elements.flowOfStep(job.element());
        if (flow.isPresent()) {
            return setbacks.held(dossier, job)
                    .or(() -> records.step(Position.of(dossier, version), dossier, job, flow.get()));
        }
        var node = version.graph().node(job.element());
        if (!(node.type() instanceof ActionBlock block)) {
            throw new IllegalStateException("Block " + job.element() + " does nothing by itself");
        }
        var arrived = arrivals.at(node, dossier, job);
        if (arrived == null) {
            return Optional.empty();
        }
        return setbacks.held(arrived, job).or(() -> run(Position.of(arrived, version), arrived, job, block));
    }

    private Optional<Answer> run(Position position, Dossier dossier, Job job, ActionBlock block) {
        crashPoints.reached("visit-before-effect");
        var outcome = block.run(visits.action(position, dossier, job));
        crashPoints.reached("visit-after-effect");
        return switch (outcome) {
            case Outcome.GoOn goOn -> records.goOn(position, dossier, job, goOn);
            case Outcome.End end -> records.end(position, dossier, job, end);
            case Outcome.NotYet notYet -> setbacks.notYet(dossier, job, notYet);
            case Outcome.TryAgain again -> setbacks.tryAgain(dossier, job, again.why());
            case Outcome.Failed failed -> setbacks.park(dossier, job, failed.code(), failed.why());
        };
    }
}
