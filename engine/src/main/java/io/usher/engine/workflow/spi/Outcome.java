package io.usher.engine.workflow.spi;

import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Reason;
import java.time.Duration;

/**
 * What a visit came to. {@code did} and {@code why} are for the trail, each made by a {@link io.usher.engine.shared.Sentence} of the
 * block: "Segment Buyers: added".
 */
public sealed interface Outcome {

    /**
     * Done; the journey goes on. {@code remember} is handed on to later blocks, written in the same update as the visit; when it
     * is more than a journey keeps, the journey is parked here with the reason.
     */
    record GoOn(Reason did, JourneyMemory remember) implements Outcome {

        public GoOn(Reason did) {
            this(did, JourneyMemory.EMPTY);
        }
    }

    /** Not yet (an order that has not come): again after this time, as often as it takes; no try is used up. */
    record NotYet(Reason why, Duration after) implements Outcome {}

    /** Went wrong, may go right: one try is used up; after the last one the journey is parked here. */
    record TryAgain(Reason why) implements Outcome {}

    /** Went wrong for good: the journey is parked here at once; the reason's code is the failure's. */
    record Failed(Reason why) implements Outcome {}

    /** The journey ends here although the drawing goes on. */
    record End(Reason did) implements Outcome {}
}
