package io.usher.engine.event;

import io.usher.engine.rule.EventFacts;
import io.usher.engine.rule.FactScope;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stored event.
 *
 * @param position its place in the order of acceptance; a new one when a person sends a parked event again
 * @param due whether it is still to be dispatched
 * @param intent what the dispatcher found and will act by; opaque here
 * @param parked why its look was given up, null when it was not
 * @param conflicts identifiers that belong to another contact, for a person
 */
public record Event(
        EventId id,
        WorkspaceId workspace,
        EventTypeKey type,
        @Nullable String key,
        Params params,
        @Nullable ContactId contact,
        Instant occurredAt,
        Instant acceptedAt,
        boolean history,
        String source,
        List<String> conflicts,
        long position,
        boolean due,
        @Nullable Params intent,
        @Nullable String parked,
        List<Decision> decisions) {

    public Event {
        conflicts = List.copyOf(conflicts);
        decisions = List.copyOf(decisions);
    }

    /** The same, not due, with these decisions. */
    public Event decided(List<Decision> made) {
        return new Event(
                id,
                workspace,
                type,
                key,
                params,
                contact,
                occurredAt,
                acceptedAt,
                history,
                source,
                conflicts,
                position,
                false,
                intent,
                parked,
                made);
    }

    /** Whose facts a filter of a link judges for this event: its contact's, its own, and those of the order that its key names. */
    public FactScope facts() {
        var memory = key == null ? JourneyMemory.EMPTY : JourneyMemory.ofOrder(key);
        return new FactScope(workspace, contact, memory, null, new EventFacts(key, params), null);
    }
}
