package io.usher.engine.event;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.TimeWindow;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes events and reads their history. */
public interface Events {

    /**
     * Takes an event that the engine makes itself. It joins the batch being written and completes after the write and the
     * counter are acknowledged (mechanism.md, section 1). What its type declares refuses it never; what is missing is a warning.
     */
    Mono<Accepted> accept(NewEvent event);

    Mono<Event> find(WorkspaceId workspace, EventId id);

    /** Newest first. */
    Mono<Page<Event>> list(WorkspaceId workspace, Query query, PageRequest page);

    /**
     * The contact's events of these types that happened at or after {@code since} and after nothing else: for the look-back
     * for a stop that is already here. At most 20, newest first.
     */
    Mono<List<Event>> recent(
            WorkspaceId workspace, ContactId contact, Collection<EventTypeKey> types, java.time.Instant since);

    /** Filters of the history; null leaves one out. {@code keys} and {@code contacts}: one of these, exactly. */
    record Query(
            @Nullable EventTypeKey type,
            @Nullable Collection<String> keys,
            @Nullable Collection<ContactId> contacts,
            TimeWindow accepted) {

        /** Whether nothing can be found. */
        public boolean none() {
            return (keys != null && keys.isEmpty()) || (contacts != null && contacts.isEmpty());
        }
    }
}
