package io.usher.engine.journey.internal.visit;

import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.RecordedVisit;

/** The first look at a journey with a job in hand (mechanism.md, section 5); the order of the questions is the rule. */
sealed interface Check {

    /** The journey is not bound yet and in the job's run: bind it, then look again. */
    record Bind() implements Check {}

    /** The instance is not the journey's, or the journey was stopped. */
    record NotMine() implements Check {}

    /** The job was done before. */
    record Recorded(RecordedVisit visit) implements Check {}

    /** It is to be done now. */
    record Due() implements Check {}

    static Check of(JourneyRecord record, Job job) {
        var journey = record.journey();
        var bound = journey.instance();
        if (bound == null && journey.state() == State.STARTING && journey.run() == job.run()) {
            return new Bind();
        }
        if (bound == null || bound != job.instance() || journey.run() != job.run()) {
            return new NotMine();
        }
        var recorded = record.visit(job.key());
        if (recorded.isPresent() && journey.state() != State.STOPPED) {
            return new Recorded(recorded.get());
        }
        return journey.state() == State.RUNNING ? new Due() : new NotMine();
    }
}
