package io.usher.engine.event;

import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What is still to be dispatched (mechanism.md, section 2). The events themselves are the queue: one is due while it carries
 * lane and position. Every change asks for the position it was read with.
 */
public interface DispatchQueue {

    /** Number of lanes; see {@link #lane}. */
    int LANES = 64;

    /** The lane in which an event waits: all of one contact in one, those about nobody spread by their id. */
    static int lane(Event event) {
        var contact = event.contact();
        return contact == null ? lane(event.id().value()) : lane(contact);
    }

    /** The lane in which everything of this contact is worked on. */
    static int lane(ContactId contact) {
        return lane(contact.value());
    }

    private static int lane(String name) {
        return Math.floorMod(name.hashCode(), LANES);
    }

    /** Due events of these lanes by position, at most {@code limit}. */
    Mono<List<Event>> oldest(Collection<Integer> lanes, int limit);

    /** Due events of these lanes against their positions, at most {@code limit}. */
    Mono<List<Event>> newest(Collection<Integer> lanes, int limit);

    /** The next workspace, by its id, with due events in these lanes; empty when none comes after this one. */
    Mono<WorkspaceId> nextWorkspace(Collection<Integer> lanes, @Nullable WorkspaceId after);

    /** A workspace's due events in these lanes, contact by contact (by id, behind this one), of each by position. */
    Mono<List<Event>> byContact(Collection<Integer> lanes, WorkspaceId workspace, @Nullable ContactId after, int limit);

    /** The contact's due events by position, at most {@code limit}. */
    Mono<List<Event>> first(ContactId contact, int limit);

    /** All due events of these contacts that stand before the contact's position, in no order. */
    Mono<List<Due>> before(Map<ContactId, Long> positions);

    /** The event as it is on the majority now; empty when it is gone. */
    Mono<Event> read(WorkspaceId workspace, EventId id);

    /** Several events of a workspace, for the look at what stands before. */
    Mono<List<Event>> readAll(WorkspaceId workspace, Collection<EventId> ids);

    /** Stores the intent if the event is due at this position and has none; false: read it again. */
    Mono<Boolean> storeIntent(Event event, Params intent);

    /**
     * Stores the decisions and removes the event from the queue, if it is due at this position ({@code withoutIntent}: and has
     * no intent); false: somebody else was here, read it again.
     */
    Mono<Boolean> finish(Event event, List<Decision> decisions, boolean withoutIntent);

    /** Gives up an event whose look always fails (due at this position, no intent); shown with the reason. */
    Mono<Boolean> park(Event event, String reason);

    /** Puts a parked event back with a new position; 409 when it is not parked. */
    Mono<Event> sendAgain(WorkspaceId workspace, EventId id, AuditEntry audit);

    /** Where one due event of a contact stands. */
    record Due(WorkspaceId workspace, EventId id, ContactId contact, long position) {}
}
