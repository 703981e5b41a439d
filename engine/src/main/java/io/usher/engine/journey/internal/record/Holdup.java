package io.usher.engine.journey.internal.record;

import io.usher.engine.shared.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a journey has not left its block yet; one at a time, replaced and not added to.
 *
 * @param visit {@link Job#key()} of the job it is about
 * @param next when the block is tried again
 * @param tries how many tries were used up
 */
public record Holdup(
        String visit,
        Kind kind,
        Reason why,
        Instant since,
        @Nullable Instant next,
        int tries) {

    /** Held by a pause, waiting for something that has not come, or after a try that went wrong. */
    public enum Kind {
        HELD,
        NOT_YET,
        TRYING
    }
}
