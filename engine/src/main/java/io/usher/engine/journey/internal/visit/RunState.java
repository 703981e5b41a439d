package io.usher.engine.journey.internal.visit;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.workflow.Version;
import java.util.HashMap;
import java.util.Map;

/** A journey on its version, with the counters and the memory as of this moment. */
public record RunState(Journey journey, Version version, Map<String, Integer> passes, JourneyMemory memory) {

    public RunState {
        passes = Map.copyOf(passes);
    }

    public static RunState of(JourneyRecord record, Version version) {
        return new RunState(
                record.journey(), version, record.passes(), record.journey().memory());
    }

    public int pass(String block) {
        return passes.getOrDefault(block, 0) + 1;
    }

    /** The same after one more pass of this block. */
    public RunState passed(String block) {
        var counted = new HashMap<>(passes);
        counted.merge(block, 1, Integer::sum);
        return new RunState(journey, version, counted, memory);
    }

    /** The same with what a block handed on; {@link io.usher.engine.shared.MemoryFullException} when it is too much. */
    RunState remembering(JourneyMemory more) {
        return more.values().isEmpty() ? this : new RunState(journey, version, passes, memory.with(more));
    }
}
