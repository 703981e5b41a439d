package io.usher.engine.journey.internal;

import io.usher.engine.journey.Journey;
import io.usher.engine.workflow.Version;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journey on its version, with the counters and the order as of this moment. */
record Position(
        Journey journey,
        Version version,
        Map<String, Integer> passes,
        @Nullable String orderId) {

    Position {
        passes = Map.copyOf(passes);
    }

    static Position of(Dossier dossier, Version version) {
        return new Position(
                dossier.journey(), version, dossier.passes(), dossier.journey().orderId());
    }

    int pass(String block) {
        return passes.getOrDefault(block, 0) + 1;
    }

    /** The same after one more pass of this block. */
    Position passed(String block) {
        var counted = new HashMap<>(passes);
        counted.merge(block, 1, Integer::sum);
        return new Position(journey, version, counted, orderId);
    }

    Position withOrder(@Nullable String found) {
        return found == null ? this : new Position(journey, version, passes, found);
    }
}
