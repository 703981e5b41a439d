package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Decision;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Due events in memory, as quickly found as by the store's indexes; counts what is read. */
final class FakeQueue implements DispatchQueue {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final NavigableMap<Long, Event> due = new TreeMap<>();
    private final NavigableMap<String, NavigableMap<String, NavigableMap<Long, Event>>> byContact = new TreeMap<>();
    private long position;
    private long read;

    /** What is done between the reading of a page and the look at what stands before. */
    Runnable afterPage = () -> {};

    int size() {
        return due.size();
    }

    /** Documents that were read so far. */
    long read() {
        return read;
    }

    long nextPosition() {
        return ++position;
    }

    Event add(String workspace, String contact, String type) {
        return add(workspace, contact, type, nextPosition());
    }

    Event add(String workspace, String contact, String type, long at) {
        var event = new Event(
                new EventId("e" + at),
                new WorkspaceId(workspace),
                new EventTypeKey(type),
                null,
                Params.EMPTY,
                new ContactId(contact),
                NOON,
                NOON,
                false,
                "test",
                List.of(),
                at,
                true,
                null,
                null,
                List.of());
        due.put(at, event);
        byContact
                .computeIfAbsent(workspace, key -> new TreeMap<>())
                .computeIfAbsent(contact, key -> new TreeMap<>())
                .put(at, event);
        return event;
    }

    void finish(Event event) {
        due.remove(event.position());
        var contacts = byContact.get(event.workspace().value());
        var events = contacts.get(event.contact().value());
        events.remove(event.position());
        if (events.isEmpty()) {
            contacts.remove(event.contact().value());
        }
        if (contacts.isEmpty()) {
            byContact.remove(event.workspace().value());
        }
    }

    @Override
    public Mono<List<Event>> oldest(Collection<Integer> lanes, int limit) {
        return page(due.values().stream(), lanes, limit);
    }

    @Override
    public Mono<List<Event>> newest(Collection<Integer> lanes, int limit) {
        return page(due.descendingMap().values().stream(), lanes, limit);
    }

    @Override
    public Mono<WorkspaceId> nextWorkspace(Collection<Integer> lanes, WorkspaceId after) {
        read++;
        return Mono.justOrEmpty(byContact.tailMap(after == null ? "" : after.value(), false).entrySet().stream()
                .filter(workspace -> waitsIn(lanes, workspace.getValue().keySet()))
                .map(workspace -> new WorkspaceId(workspace.getKey()))
                .findFirst());
    }

    private static boolean waitsIn(Collection<Integer> lanes, Collection<String> contacts) {
        return contacts.stream().anyMatch(contact -> lanes.contains(DispatchQueue.lane(new ContactId(contact))));
    }

    @Override
    public Mono<List<Event>> byContact(Collection<Integer> lanes, WorkspaceId workspace, ContactId after, int limit) {
        var behind = byContact
                .getOrDefault(workspace.value(), new TreeMap<>())
                .tailMap(after == null ? "" : after.value(), false);
        return page(behind.values().stream().flatMap(events -> events.values().stream()), lanes, limit);
    }

    private Mono<List<Event>> page(Stream<Event> events, Collection<Integer> lanes, int limit) {
        var page = events.filter(event -> lanes.contains(DispatchQueue.lane(event)))
                .limit(limit)
                .toList();
        read += page.size();
        return Mono.just(page);
    }

    @Override
    public Mono<List<Event>> first(ContactId contact, int limit) {
        var first = of(contact).values().stream().limit(limit).toList();
        read += first.size();
        return Mono.just(first);
    }

    @Override
    public Mono<List<Due>> before(Map<ContactId, Long> positions) {
        afterPage.run();
        var found = positions.entrySet().stream()
                .flatMap(each -> of(each.getKey()).headMap(each.getValue()).values().stream())
                .map(event -> new Due(event.workspace(), event.id(), event.contact(), event.position()))
                .toList();
        read += found.size();
        return Mono.just(found);
    }

    private NavigableMap<Long, Event> of(ContactId contact) {
        return byContact.values().stream()
                .map(contacts -> contacts.get(contact.value()))
                .filter(events -> events != null)
                .findFirst()
                .orElseGet(TreeMap::new);
    }

    @Override
    public Mono<Event> read(WorkspaceId workspace, EventId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<List<Event>> readAll(WorkspaceId workspace, Collection<EventId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> storeIntent(Event event, Params intent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> finish(Event event, List<Decision> decisions, boolean withoutIntent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Boolean> park(Event event, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Event> sendAgain(WorkspaceId workspace, EventId id, AuditEntry audit) {
        throw new UnsupportedOperationException();
    }
}
