package io.usher.engine.event.internal;

import io.usher.engine.event.Accepted;
import io.usher.engine.event.Event;
import io.usher.engine.event.Events.Query;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The stored events. */
public interface EventStore {

    /** An event's id with its workspace. */
    record Key(WorkspaceId workspace, EventId id) {}

    /** A new event and the warnings that its sender was told. */
    record Fresh(Event event, List<String> warnings) {

        public Fresh {
            warnings = List.copyOf(warnings);
        }

        public Key key() {
            return new Key(event.workspace(), event.id());
        }
    }

    /** Stores them on the majority with one unordered write; the keys of those that were there before. */
    Mono<Set<Key>> insert(List<Fresh> events);

    /** What the senders of these events were answered, as known to be on the majority. */
    Mono<Map<Key, Accepted>> accepted(Collection<Key> keys);

    Mono<Event> find(WorkspaceId workspace, EventId id);

    /** What the sender of this event was warned of; empty when there is no such event. */
    Mono<List<String>> warnings(WorkspaceId workspace, EventId id);

    Mono<Page<Event>> list(WorkspaceId workspace, Query query, PageRequest page);

    /** Keys that begin so, in either case; {@code tooMany}: more do than these {@link #MOST_KEYS}. */
    record Keys(List<String> keys, boolean tooMany) {

        public Keys {
            keys = List.copyOf(keys);
        }
    }

    int MOST_KEYS = 100;

    Mono<Keys> keysStartingWith(WorkspaceId workspace, String text);

    Mono<List<Event>> recent(WorkspaceId workspace, ContactId contact, Collection<EventTypeKey> types, Instant since);
}
