package io.usher.engine.journey;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Journeys as people see them: find, read the trail, stop, retry, skip. */
public interface Journeys {

    /** 404 when there is none in this workspace. */
    Mono<Journey> find(WorkspaceId workspace, JourneyId id);

    /** Newest first. */
    Mono<Page<Journey>> list(WorkspaceId workspace, Query query, PageRequest page);

    /** The journey with what it did, oldest first; the place where it stands is the last entry. 404 when there is none. */
    Mono<Trail> trail(WorkspaceId workspace, JourneyId id);

    /** Ends it now, withdraws its messages that were not handed over; 409 when it has ended. */
    Mono<Journey> stop(WorkspaceId workspace, JourneyId id, NamedActor by);

    /** Places a parked journey anew at its block; 409 when it is not parked. */
    Mono<Journey> retry(WorkspaceId workspace, JourneyId id, NamedActor by);

    /** Leaves out the block where a journey is parked and goes on behind it; 409 when that is not possible. */
    Mono<Journey> skip(WorkspaceId workspace, JourneyId id, NamedActor by);

    /** Filters of the list; null leaves one out, no states means all; {@code contacts}: one of these. */
    record Query(
            @Nullable Collection<ContactId> contacts,
            @Nullable WorkflowId workflow,
            Set<Journey.State> states) {

        public Query {
            states = Set.copyOf(states);
        }
    }

    /** A journey and its entries. */
    record Trail(Journey journey, List<TrailEntry> entries) {

        public Trail {
            entries = List.copyOf(entries);
        }
    }
}
