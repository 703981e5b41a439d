package io.usher.engine.workflow.spi;

import io.usher.engine.shared.JourneyMemory;
import java.time.Duration;

/** What a visit came to. {@code did} and {@code why} are for the trail: "Segment Buyers: added". */
public sealed interface Outcome {

    /**
     * Done; the journey goes on. {@code remember} is handed on to later blocks, written in the same update as the visit; when it
     * is more than a journey keeps, the journey is parked here with the reason.
     */
    record GoOn(String did, JourneyMemory remember) implements Outcome {

        public GoOn(String did) {
            this(did, JourneyMemory.EMPTY);
        }
    }

    /** Not yet (an order that has not come): again after this time, as often as it takes; no try is used up. */
    record NotYet(String why, Duration after) implements Outcome {}

    /** Went wrong, may go right: one try is used up; after the last one the journey is parked here. */
    record TryAgain(String why) implements Outcome {}

    /** Went wrong for good: the journey is parked here at once. {@code code} is stable. */
    record Failed(String code, String why) implements Outcome {}

    /** The journey ends here although the drawing goes on. */
    record End(String did) implements Outcome {}
}
