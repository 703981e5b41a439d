package io.usher.engine.journey;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One contact's run through one version (mechanism.md, sections 3 and 5).
 *
 * @param start the event that started it; its params are kept for match lists of stop links
 * @param startPosition that event's position: a stop finds only journeys below its own
 * @param scope what re-entry counts by
 * @param run 1 at first; each placing anew adds 1
 * @param at where this run begins, null: at the start
 * @param instance key of the bound process instance, null while unbound
 * @param memory what its blocks handed on
 * @param sent whether a Send block has stored a message
 * @param block where it stands, as far as is recorded, and since when
 * @param end why and when it ended, null while it has not
 * @param failure why it is parked, null while it is not
 */
public record Journey(
        JourneyId id,
        WorkspaceId workspace,
        WorkflowId workflow,
        String workflowName,
        int version,
        ContactId contact,
        StartEvent start,
        long startPosition,
        Scope scope,
        State state,
        int run,
        @Nullable Place at,
        @Nullable Long instance,
        JourneyMemory memory,
        boolean sent,
        @Nullable Place block,
        Instant startedAt,
        @Nullable End end,
        @Nullable Failure failure) {

    /** The id of the one journey that this event may start in this workflow. */
    public static JourneyId idOf(WorkspaceId workspace, EventId event, WorkflowId workflow) {
        return new JourneyId(io.usher.engine.shared.Ids.derived(workspace.value(), event.value(), workflow.value()));
    }

    /** Life cycle; {@code STARTING} is shown as running; {@code FAILED} counts as running. */
    public enum State implements Keyed {
        STARTING("starting"),
        RUNNING("running"),
        FAILED("failed"),
        FINISHED("finished"),
        STOPPED("stopped");

        private final String key;

        State(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }

        public boolean ended() {
            return this == FINISHED || this == STOPPED;
        }
    }

    /** The start event, as far as the journey keeps it. */
    public record StartEvent(
            EventId event, EventTypeKey type, @Nullable String key, Params params) {}

    /** {@code per} of the re-entry policy ("" per contact) and its value in the start event ("" when absent). */
    public record Scope(String per, String value) {}

    /** A block, since when, and until when when it is a wait. */
    public record Place(
            String block, Instant since, @Nullable Instant until) {}

    /**
     * How it ended: by itself (all null), by a stop event or a newer start ({@code event}, {@code eventType}), or by a person.
     */
    public record End(
            Instant at,
            Reason because,
            @Nullable EventId event,
            @Nullable EventTypeKey eventType) {

        public static final String BEGUN_AGAIN = "begun-again";

        /** Whether this event ended it by beginning again; one that it ended by a stop link is not meant. */
        public boolean begunAgainBy(EventId other) {
            return because.code().equals(BEGUN_AGAIN) && other.equals(event);
        }
    }

    /** Why it is parked and at which block. */
    public record Failure(String block, Reason because, Instant since) {

        /** No process instance could be made for this run. */
        public static final String START_FAILED = "start-failed";

        public boolean ofStart() {
            return because.code().equals(START_FAILED);
        }
    }
}
