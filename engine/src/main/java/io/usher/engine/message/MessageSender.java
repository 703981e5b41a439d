package io.usher.engine.message;

import io.usher.engine.message.MessageConnection.Change;
import io.usher.engine.shared.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * An address or number that messages come from.
 *
 * @param connection the id of the one that its messages take
 * @param name shown beside it
 * @param revision counts changes, from 1
 */
public record MessageSender(
        String id,
        WorkspaceId workspace,
        String connection,
        String address,
        @Nullable String name,
        Change changed,
        long revision) {

    /** Says which state of it this is. */
    public String tag() {
        return "sender-" + revision;
    }
}
