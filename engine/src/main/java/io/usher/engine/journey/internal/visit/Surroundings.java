package io.usher.engine.journey.internal.visit;

import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.event.Event;
import io.usher.engine.event.Events;
import io.usher.engine.journey.Journey;
import io.usher.engine.platform.async.Async;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a visit reads around its journey, only when a block asks for it. */
@Component
class Surroundings {

    private final Events events;
    private final Contacts contacts;
    private final Workspaces workspaces;

    Surroundings(Events events, Contacts contacts, Workspaces workspaces) {
        this.events = events;
        this.contacts = contacts;
        this.workspaces = workspaces;
    }

    /** The start event; when it was deleted by retention, what the journey kept of it. */
    Event start(Journey journey) {
        var stored =
                Async.await(events.find(journey.workspace(), journey.start().event()));
        return stored == null ? kept(journey) : stored;
    }

    /** The contact's zone, else the workspace's. */
    ZoneId zone(Journey journey) {
        var contact = Optional.ofNullable(Async.await(contacts.find(journey.workspace(), journey.contact())));
        return contact.map(Contact::zone).orElseGet(() -> workspaceZone(journey));
    }

    /** The workspace's language. */
    Locale language(Journey journey) {
        return workspace(journey).map(Workspace::language).orElse(Locale.ENGLISH);
    }

    private ZoneId workspaceZone(Journey journey) {
        return workspace(journey).map(Workspace::zone).orElse(ZoneOffset.UTC);
    }

    private Optional<Workspace> workspace(Journey journey) {
        return Optional.ofNullable(Async.await(workspaces.find(journey.workspace())));
    }

    private static Event kept(Journey journey) {
        var start = journey.start();
        return new Event(
                start.event(),
                journey.workspace(),
                start.type(),
                start.key(),
                start.params(),
                journey.contact(),
                journey.startedAt(),
                journey.startedAt(),
                false,
                "",
                List.of(),
                journey.startPosition(),
                false,
                null,
                null,
                List.of());
    }
}
