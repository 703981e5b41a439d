package io.usher.engine.message;

import io.usher.engine.shared.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one rule, or all of them, say of a message. */
public sealed interface SendVerdict {

    /** Nothing against it. */
    record Go() implements SendVerdict {}

    /**
     * Not now.
     *
     * @param until when it is looked at again by itself; null: when a person sends it
     */
    record Hold(Reason reason, @Nullable Instant until) implements SendVerdict {

        public Hold(Reason reason) {
            this(reason, null);
        }
    }

    /** Never. */
    record Drop(Reason reason) implements SendVerdict {}
}
