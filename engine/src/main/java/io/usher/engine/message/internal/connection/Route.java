package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Address;
import io.usher.engine.message.MessageConnection;
import org.jspecify.annotations.Nullable;

/**
 * The way that a message takes.
 *
 * @param connection null when there is none
 * @param from null when nothing names a sender
 * @param catcher whether what takes this way is only caught
 */
public record Route(
        @Nullable MessageConnection connection, @Nullable Address from, boolean catcher) {

    /** The queue of messages that have no connection. */
    private static final String NONE = "none";

    /** The queue that a message of this route waits in. */
    public String queue() {
        return connection == null ? NONE : connection.id();
    }
}
