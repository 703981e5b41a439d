package io.usher.engine.event.web;

import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.event.Event;
import io.usher.engine.event.EventType;
import io.usher.engine.event.EventTypes;
import io.usher.engine.event.internal.EventStore;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts events, the names of their types and their contacts' labels together, with one query each for a page. */
@Component
class EventRows {

    private final Contacts contacts;
    private final EventTypes types;
    private final EventStore store;

    EventRows(Contacts contacts, EventTypes types, EventStore store) {
        this.contacts = contacts;
        this.types = types;
        this.store = store;
    }

    Mono<List<EventRow>> of(WorkspaceId workspace, List<Event> events, Wording wording) {
        var ids = events.stream()
                .map(Event::contact)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Mono.zip(contacts.findAll(workspace, ids), names(workspace, events))
                .map(known -> events.stream()
                        .map(event -> EventRow.of(
                                event, known.getT2().get(event.type()), label(event, known.getT1()), wording))
                        .toList());
    }

    private Mono<Map<EventTypeKey, String>> names(WorkspaceId workspace, List<Event> events) {
        var keys = events.stream().map(Event::type).collect(Collectors.toSet());
        return types.findAll(workspace, keys)
                .map(found -> found.stream().collect(Collectors.toMap(EventType::key, EventType::name)));
    }

    Mono<EventAnswer> of(Event event, Wording wording) {
        return of(event.workspace(), List.of(event), wording)
                .zipWith(store.warnings(event.workspace(), event.id()).defaultIfEmpty(List.of()))
                .map(found -> EventAnswer.of(found.getT1().getFirst(), event, found.getT2(), wording));
    }

    private static @Nullable String label(Event event, Map<ContactId, Contact> known) {
        var contact = event.contact() == null ? null : known.get(event.contact());
        return contact == null ? null : contact.label().orElse(null);
    }
}
