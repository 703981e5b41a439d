package io.usher.engine.event;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What is still to be dispatched (mechanism, section 2). The events themselves are the queue: one is due while it carries
 * lane and position. Every change asks for the position it was read with.
 */
public interface DispatchQueue {

    /** Number of lanes; a contact's lane is {@code hash(contact) mod LANES}. */
    int LANES = 64;

    /** Due events of these lanes with a position above {@code after}, by position, at most {@code limit}. */
    Mono<List<Event>> page(Collection<Integer> lanes, long after, int limit);

    /** Positions of all due events of these contacts in these lanes, by position, at most 5,000. */
    Mono<List<Due>> dueOf(Collection<Integer> lanes, Collection<ContactId> contacts);

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
    Mono<Event> sendAgain(WorkspaceId workspace, EventId id);

    /** Where one due event of a contact stands. */
    record Due(WorkspaceId workspace, EventId id, ContactId contact, int lane, long position) {}
}
