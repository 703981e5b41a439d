package io.usher.engine.message;

import io.usher.engine.contact.Channel;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A configured way out of a workspace, without its secrets.
 *
 * @param kind of its connector, such as {@code smtp}
 * @param secrets the names of those that are set
 * @param enabled whether messages may take it
 * @param catcher whether it only catches what it is given: it then also gets sample addresses and marketing without an
 *     unsubscribe page
 * @param answered what it answered last
 * @param changed null for the one that the environment gives
 * @param revision counts changes, from 1
 */
public record MessageConnection(
        String id,
        WorkspaceId workspace,
        String kind,
        Channel channel,
        String name,
        Map<String, String> settings,
        Set<String> secrets,
        boolean enabled,
        boolean catcher,
        @Nullable Answered answered,
        @Nullable Change changed,
        long revision) {

    /** The id of the one that the environment gives to every workspace; it cannot be changed. */
    public static final String ENVIRONMENT = "environment";

    public MessageConnection {
        settings = Map.copyOf(settings);
        secrets = Set.copyOf(secrets);
    }

    /** Says which state of it this is. */
    public String tag() {
        return "connection-" + revision;
    }

    /** Whether the other side let us in, and its words. */
    public record Answered(Instant at, boolean well, String words) {}

    /** Who changed something, and when; the name is the one of then. */
    public record Change(Instant at, NamedActor by) {}
}
