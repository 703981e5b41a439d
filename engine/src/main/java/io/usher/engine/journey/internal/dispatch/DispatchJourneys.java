package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.journey.Journey;
import io.usher.engine.shared.AuditEntry;
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

    /**
     * What re-entry asks on behalf of an event: who runs in this scope, and the latest start. The journey that the event itself
     * has started is not among them: another owner may have inserted it a moment ago. What it has ended by beginning again
     * still counts as running, so that a repetition decides the same; what it has stopped does not.
     */
    Mono<ScopeView> scope(
            WorkspaceId workspace, WorkflowId workflow, ContactId contact, Journey.Scope scope, EventId event);

    /** Inserts a journey in {@code starting}; finding it there is fine. */
    Mono<Void> insert(Journey journey);

    /**
     * {@code starting | running | failed -> stopped}, atomically; the journey as it is afterwards, also when it had ended
     * before (look at its end). {@code onlyUnsent}: only while it has not sent.
     */
    Mono<Journey> stop(JourneyId id, Journey.End end, boolean onlyUnsent);

    /** As above, sent or not, by somebody; the audit says so when it was this call that stopped it. */
    Mono<Journey> stop(JourneyId id, Journey.End end, AuditEntry audit);

    /** The journeys of a scope that count, and when the latest of all (ended ones too) was started; null: never. */
    record ScopeView(List<Journey> running, @Nullable Instant latestStart) {

        public ScopeView {
            running = List.copyOf(running);
        }
    }
}
