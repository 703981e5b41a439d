package io.usher.engine.journey.internal.record;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.shared.JourneyMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one update adds to a journey.
 *
 * @param passes the counters of all blocks afterwards
 * @param standing where it stands then; null: it has ended
 * @param memory all that it remembers afterwards
 */
public record Progress(
        List<TrailEntry> lines,
        Map<String, Integer> passes,
        @Nullable CurrentStep step,
        JourneyMemory memory,
        Journey.@Nullable End end) {

    public Progress {
        lines = List.copyOf(lines);
        passes = Map.copyOf(passes);
    }

    /** The same with these lines before its own. */
    public Progress after(List<TrailEntry> before) {
        var all = new ArrayList<>(before);
        all.addAll(lines);
        return new Progress(all, passes, step, memory, end);
    }
}
