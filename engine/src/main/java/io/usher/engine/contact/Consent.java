package io.usher.engine.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a contact agreed to marketing on a channel, where that comes from and since when. */
public record Consent(
        State state, @Nullable String source, @Nullable Instant since) {

    public static final Consent UNKNOWN = new Consent(State.UNKNOWN, null, null);

    /** The three answers. */
    public enum State {
        GIVEN,
        REFUSED,
        UNKNOWN
    }
}
