package io.usher.engine.journey.internal.record;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journey with all that its own work needs, as one read gave it.
 *
 * @param ahead what the next process instance is created with; null: the first elements are not decided yet
 * @param passes how often each block was passed
 * @param visits the latest recorded jobs
 * @param trail the latest lines, oldest first
 * @param lines number of lines ever written
 * @param parkedOn the flow on which it is parked when that is not at a block of its own job
 */
public record JourneyRecord(
        Journey journey,
        @Nullable CurrentStep step,
        @Nullable Ahead ahead,
        Map<String, Integer> passes,
        List<RecordedVisit> visits,
        List<TrailEntry> trail,
        long lines,
        @Nullable Holdup holdup,
        @Nullable String parkedOn) {

    public JourneyRecord {
        passes = Map.copyOf(passes);
        visits = List.copyOf(visits);
        trail = List.copyOf(trail);
    }

    /** The pass that is under way or comes next at this block: recorded ones + 1. */
    public int pass(String block) {
        return passes.getOrDefault(block, 0) + 1;
    }

    public Optional<RecordedVisit> visit(String key) {
        return visits.stream().filter(visit -> visit.key().equals(key)).findFirst();
    }

    /** What is noted about this very job. */
    public Optional<Holdup> holdup(Job job) {
        return Optional.ofNullable(holdup).filter(each -> each.visit().equals(job.key()));
    }
}
