package io.usher.engine.journey.internal;

import io.usher.engine.journey.Journey;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The journeys as dispatch sees them: one update of one document decides each time. */
public interface DispatchJourneys {

    Mono<Map<JourneyId, Journey>> findAll(Collection<JourneyId> ids);

    /** The contact's journeys in this workflow that have not ended and started below this position. */
    Mono<List<Journey>> running(WorkspaceId workspace, ContactId contact, WorkflowId workflow, long below);

    /** What re-entry asks: who runs in this scope (also those that carry this event as their end), and the latest start. */
    Mono<ScopeView> scope(
            WorkspaceId workspace, WorkflowId workflow, ContactId contact, Journey.Scope scope, EventId event);

    /** Inserts a journey in {@code starting}; finding it there is fine. */
    Mono<Void> insert(Journey journey);

    /**
     * {@code starting | running | failed -> stopped}, atomically; the journey as it is afterwards, also when it had ended
     * before (look at its end). {@code onlyUnsent}: only while it has not sent.
     */
    Mono<Journey> stop(JourneyId id, Journey.End end, boolean onlyUnsent);

    /** Journeys whose end carries this event, in this workflow: for the decision after a repetition. */
    Mono<List<Journey>> endedBy(WorkspaceId workspace, WorkflowId workflow, ContactId contact, EventId event);

    /** The journeys of a scope that count, and when the latest of all (ended ones too) was started; null: never. */
    record ScopeView(List<Journey> running, @Nullable Instant latestStart) {

        public ScopeView {
            running = List.copyOf(running);
        }
    }
}
