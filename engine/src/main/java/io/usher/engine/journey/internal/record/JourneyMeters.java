package io.usher.engine.journey.internal.record;

import io.micrometer.core.instrument.Counter;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.platform.metrics.Counts;
import org.springframework.stereotype.Component;

/** What happened to journeys in this engine. */
@Component
public class JourneyMeters {

    private static final Counter INTENT_REPLAYED = Counts.law(1, "intent-replayed");
    private static final Counter VISIT_AGAIN = Counts.law(6, "visit-again");
    private static final Counter NOT_MINE = Counts.law(6, "job-of-another-run");

    private static final Counter STARTED = Counts.counter("usher.journeys.started", "Journeys made");
    private static final Counter START_AGAIN = Counts.law(3, "journey-again");
    private static final Counter LATE = Counts.law(5, "visit-after-stop");
    private static final Counter FINISHED = ended(State.FINISHED);
    private static final Counter STOPPED = ended(State.STOPPED);
    private static final Counter FAILED =
            Counts.counter("usher.journeys.failed", "Journeys parked because a block or a start failed");

    private static Counter ended(State state) {
        return Counts.counter("usher.journeys.ended", "Journeys that ended", "how", state.key());
    }

    public static void started() {
        STARTED.increment();
    }

    /** The journey of an event and a workflow was to be made and is there. */
    public static void startedAgain() {
        START_AGAIN.increment();
    }

    /** An event was gone on with by the intent that another owner had stored. */
    public static void intentReplayed() {
        INTENT_REPLAYED.increment();
    }

    /** A job was handed out again after its visit had been recorded. */
    public static void visitAgain() {
        VISIT_AGAIN.increment();
    }

    public static void jobOfAnotherRun() {
        NOT_MINE.increment();
    }

    public static void finished() {
        FINISHED.increment();
    }

    public static void stopped() {
        STOPPED.increment();
    }

    public static void failed() {
        FAILED.increment();
    }

    /** What a block did in a journey that had been stopped meanwhile was noted and leads nowhere. */
    public static void late() {
        LATE.increment();
    }
}
