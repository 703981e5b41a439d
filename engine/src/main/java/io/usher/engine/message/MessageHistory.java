package io.usher.engine.message;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of messages, as people see it; also of those that could not be sent at all. */
public interface MessageHistory {

    /** Keeps a message that cannot be sent, as dropped with its reason; storing the same id again changes nothing. */
    Mono<Void> storeDropped(NewMessage message, Reason because);

    Mono<Message> find(WorkspaceId workspace, MessageId id);

    /** Newest first, without bodies. */
    Mono<Page<Message>> list(WorkspaceId workspace, Query query, PageRequest page);

    /** The latest messages of a journey, without bodies, oldest first. */
    Flux<Message> ofJourney(WorkspaceId workspace, JourneyId journey);

    /**
     * Puts a held message, or one that is uncertain and may arrive twice, back to waiting; all rules are looked at again before
     * it is handed over. 409 for any other.
     */
    Mono<Message> sendAgain(WorkspaceId workspace, MessageId id, boolean mayArriveTwice, NamedActor who);

    /** Filters of the list; null leaves one out; {@code contacts}: one of these. */
    record Query(
            @Nullable Collection<ContactId> contacts,
            @Nullable WorkflowId workflow,
            @Nullable JourneyId journey,
            Message.@Nullable State state) {}
}
