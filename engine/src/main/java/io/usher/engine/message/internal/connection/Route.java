package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Address;
import io.usher.engine.message.MessageConnection;
import org.jspecify.annotations.Nullable;

/**
 * The way that a message takes.
 *
 * @param chosen null when there is none; as it was when it was chosen, so that what was judged is what is opened
 * @param from null when nothing names a sender
 * @param catcher whether what takes this way is only caught
 */
public record Route(
        @Nullable StoredConnection chosen, @Nullable Address from, boolean catcher) {

    /** The queue of messages that have no connection. */
    private static final String NONE = "none";

    /** Null when there is none. */
    public @Nullable MessageConnection connection() {
        return chosen == null ? null : chosen.shown();
    }

    /** The queue that a message of this route waits in. */
    public String queue() {
        return chosen == null ? NONE : chosen.shown().id();
    }
}
