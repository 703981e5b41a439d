package io.usher.engine.journey.internal.record;

import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The journeys as their own work sees them. Each change is one update of one document that asks for what was read; false (or
 * empty) means that it did not match: read again and begin with the first check.
 */
public interface JourneyRuns {

    /** Empty when there is none. */
    Mono<JourneyRecord> read(JourneyId id);

    /**
     * Journeys in {@code starting} of these lanes, the oldest first, those after this one. Those of an engine that knew no lanes
     * of journeys are in the first lane.
     */
    Mono<List<Starting>> starting(Collection<Integer> lanes, @Nullable Starting after, int limit);

    /** Claims it for a create: in {@code starting}, in this run, no instance bound, no claim of another that has not ended. */
    Mono<Boolean> claim(JourneyId journey, int run, Claim claim, Instant now);

    /** Records the first elements (visit {@code start}), once per journey. */
    Mono<Boolean> begin(JourneyRecord read, Ahead ahead, Progress progress);

    /** Binds the instance: if none is bound, in {@code starting}, in this run. */
    Mono<Boolean> bind(JourneyId journey, int run, long instance);

    /** Records that the journey left its wait and stands at the job's block now; the journey as it is afterwards. */
    Mono<JourneyRecord> arrive(JourneyRecord read, Job job, CurrentStep step, List<TrailEntry> lines);

    /** Replaces the note about this job. */
    Mono<Boolean> holdup(Job job, Holdup holdup);

    /** Records a visit with everything it led to: not recorded yet, running, bound to the job's instance. */
    Mono<Boolean> record(JourneyRecord read, Job job, RecordedVisit visit, Progress progress);

    /** Notes an effect that was finished after the journey was stopped, once per job. */
    Mono<Boolean> late(JourneyRecord read, Job job, TrailEntry line);

    /** Parks it and takes the key off; guarded like a record, or (no job) while it is starting in the run that was read. */
    Mono<Boolean> park(JourneyRecord read, @Nullable Job job, Parking parking);

    /** Places it anew: takes the key off, adds 1 to the run; state and bound key as they were read. */
    Mono<Boolean> place(JourneyRecord read, Resumption resumption, AuditEntry audit);

    /** Marks that it has sent: running, bound to the job's instance. */
    Mono<Boolean> markSent(Job job);

    /** A journey to be started, since when, and who claimed it last. */
    record Starting(
            JourneyRecord record, Instant since, @Nullable Claim claim) {}

    /** Which engine (by its leases' owner) makes an instance, and until when others leave it to that; in real time. */
    record Claim(String by, Instant until) {}

    /**
     * Why and where it is parked.
     *
     * @param flow where to judge again when the failure is not at a block with a job of its own
     */
    record Parking(
            Failure failure, TrailEntry line, @Nullable String flow) {}
}
