package io.usher.engine.journey.internal.dispatch;

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
import reactor.core.publisher.Mono;

/** An event history without events. */
class NoHistory implements Events {

    @Override
    public Mono<Accepted> accept(NewEvent event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Event> find(WorkspaceId workspace, EventId id) {
        return Mono.empty();
    }

    @Override
    public Mono<Page<Event>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return Mono.just(new Page<>(List.of(), null));
    }

    @Override
    public Mono<List<Event>> recent(
            WorkspaceId workspace, ContactId contact, Collection<EventTypeKey> types, Instant since) {
        return Mono.just(List.of());
    }
}
