package io.usher.engine.journey.internal.visit;

import static io.usher.engine.shared.Reason.nested;

import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.record.Progress;
import io.usher.engine.journey.internal.record.RecordedVisit;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.journey.internal.record.TrailLines;
import io.usher.engine.journey.internal.record.Versions;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.spi.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records what a visit came to together with the way on; empty when the record did not match. */
@Component
class VisitRecords {

    private static final Sentence AFTER_STOP = Sentence.of("trail", "after-stop", "did");
    private static final Sentence ENDED_BY_BLOCK = Sentence.of("end", "ended-by-block", "did");

    private final JourneyRuns runs;
    private final Walk walk;
    private final Clock clock;
    private final CrashPoints crashPoints;

    VisitRecords(JourneyRuns runs, Walk walk, Clock clock, CrashPoints crashPoints) {
        this.runs = runs;
        this.walk = walk;
        this.clock = clock;
        this.crashPoints = crashPoints;
    }

    /** A block is done: on by its way out, with what it hands on. */
    Optional<JobAnswer> goOn(RunState position, JourneyRecord record, Job job, Outcome.GoOn outcome) {
        var done = position.passed(job.element()).remembering(outcome.remember());
        var line = line(position, record, job, Result.DONE, outcome.did());
        var way = walk.from(done, Versions.wayOut(position.version(), job.element()));
        var visit = new RecordedVisit(job.key(), way.ahead(), false);
        return record(record, job, visit, way.progress().after(List.of(line)), line);
    }

    /** A block ended the journey although the drawing goes on. */
    Optional<JobAnswer> end(RunState position, JourneyRecord record, Job job, Outcome.End outcome) {
        var line = line(position, record, job, Result.DONE, outcome.did());
        var end = new End(clock.instant(), ENDED_BY_BLOCK.with(nested(outcome.did())), null, null);
        var passes = position.passed(job.element()).passes();
        var progress = new Progress(List.of(line), passes, null, position.memory(), end);
        return record(record, job, new RecordedVisit(job.key(), Ahead.NOTHING, true), progress, line);
    }

    /** A compiled step behind a wait: nothing is done, only the way on is judged. */
    Optional<JobAnswer> step(RunState position, JourneyRecord record, Job job, String flow) {
        var way = walk.from(position, flow);
        var progress = way.progress().after(TrailLines.waitLeft(record, clock.instant()));
        var visit = new RecordedVisit(job.key(), way.ahead(), false);
        return recorded(record, job, visit, progress);
    }

    private Optional<JobAnswer> record(
            JourneyRecord record, Job job, RecordedVisit visit, Progress progress, TrailEntry line) {
        var answer = recorded(record, job, visit, progress);
        if (answer.isEmpty()) {
            noteIfStopped(job, line);
        }
        return answer;
    }

    private Optional<JobAnswer> recorded(JourneyRecord record, Job job, RecordedVisit visit, Progress progress) {
        if (!Async.value(runs.record(record, job, visit, progress))) {
            return Optional.empty();
        }
        crashPoints.reached("visit-after-record");
        return Optional.of(JobAnswer.to(visit));
    }

    private void noteIfStopped(Job job, TrailEntry line) {
        var now = Async.await(runs.read(job.journey()));
        if (now == null || now.journey().state() != State.STOPPED) {
            return;
        }
        var bound = now.journey().instance();
        if (bound != null && bound == job.instance() && now.visit(job.key()).isEmpty()) {
            Async.await(runs.late(now, job, late(line)));
        }
    }

    private TrailEntry line(RunState position, JourneyRecord record, Job job, Result result, Reason did) {
        var now = clock.instant();
        var node = position.version().graph().node(job.element());
        return TrailLines.passed(node, position.pass(node.id()), entered(record, now), now, result, did, null);
    }

    private static Instant entered(JourneyRecord record, Instant now) {
        return record.step() == null ? now : record.step().place().since();
    }

    private static TrailEntry late(TrailEntry line) {
        return new TrailEntry(
                line.block(),
                line.name(),
                line.kind(),
                line.pass(),
                line.entered(),
                line.left(),
                Result.LATE,
                AFTER_STOP.with(nested(line.did())),
                null,
                null);
    }
}
