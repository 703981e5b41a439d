package io.usher.engine.message;

import io.usher.connectors.channel.Connector.Answer;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The connections and senders of workspaces. A message takes the connection of the sender that it names, else the one that was
 * made first; the environment's where a workspace has none of its own. Other instances go on with the old ones for ten seconds.
 */
public interface Connections {

    /** The environment's first, then the workspace's own in the order they were made. */
    Mono<List<MessageConnection>> all(WorkspaceId workspace);

    /** 404 when there is none. */
    Mono<MessageConnection> find(WorkspaceId workspace, String id);

    /**
     * Checks it and makes it. 400 with everything that is wrong.
     *
     * @param secrets by name
     */
    Mono<MessageConnection> create(Draft draft, Map<String, String> secrets, NamedActor who);

    /**
     * Checks it and puts it in the place of the one with the revision before; empty when another is there.
     *
     * @param secrets those that are to be others: null takes one away
     */
    Mono<MessageConnection> change(
            MessageConnection now, Draft draft, Map<String, @Nullable String> secrets, NamedActor who);

    /** Deletes this revision of it; 409 while it has senders; false when another revision is there. */
    Mono<Boolean> delete(MessageConnection now, NamedActor who);

    /** Asks the other side to let us in, keeps what it answered, and says it. No message is sent. */
    Mono<Answer> test(WorkspaceId workspace, String id);

    /** In the order they were made. */
    Mono<List<MessageSender>> senders(WorkspaceId workspace);

    /** 404 when there is none. */
    Mono<MessageSender> sender(WorkspaceId workspace, String id);

    /** Checks it and makes it. 400 with everything that is wrong. */
    Mono<MessageSender> createSender(SenderDraft draft, NamedActor who);

    /** Checks it and puts it in the place of this revision; empty when another is there. */
    Mono<MessageSender> changeSender(MessageSender now, SenderDraft draft, NamedActor who);

    /** Deletes this revision of it; false when another revision is there. */
    Mono<Boolean> deleteSender(MessageSender now, NamedActor who);

    /** What somebody wants a connection to be. */
    record Draft(
            WorkspaceId workspace,
            String kind,
            String name,
            Map<String, String> settings,
            boolean enabled,
            boolean catcher) {}

    /** What somebody wants a sender to be. */
    record SenderDraft(
            WorkspaceId workspace,
            String connection,
            String address,
            @Nullable String name) {}
}
