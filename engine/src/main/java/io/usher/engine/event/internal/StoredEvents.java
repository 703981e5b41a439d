package io.usher.engine.event.internal;

import io.usher.engine.event.Accepted;
import io.usher.engine.event.Event;
import io.usher.engine.event.Events;
import io.usher.engine.event.NewEvent;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The module's face: acceptance in front, the store behind. */
@Component
class StoredEvents implements Events {

    private final Acceptance acceptance;
    private final EventStore store;

    StoredEvents(Acceptance acceptance, EventStore store) {
        this.acceptance = acceptance;
        this.store = store;
    }

    @Override
    public Mono<Accepted> accept(NewEvent event) {
        return acceptance.acceptOwn(event);
    }

    @Override
    public Mono<Event> find(WorkspaceId workspace, EventId id) {
        return store.find(workspace, id);
    }

    @Override
    public Mono<Page<Event>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return query.none() ? Mono.just(Page.empty()) : store.list(workspace, query, page);
    }

    @Override
    public Mono<List<Event>> recent(
            WorkspaceId workspace, ContactId contact, Collection<EventTypeKey> types, Instant since) {
        return types.isEmpty() ? Mono.just(List.of()) : store.recent(workspace, contact, types, since);
    }
}
