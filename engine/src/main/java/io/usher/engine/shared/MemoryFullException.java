package io.usher.engine.shared;

import java.util.Comparator;
import java.util.Map;

/** A block handed on more than a journey remembers. The message is a sentence that names the largest of what was to be added. */
public final class MemoryFullException extends RuntimeException {

    MemoryFullException(JourneyMemory added, JourneyMemory all) {
        super(sentence(added, all));
    }

    private static String sentence(JourneyMemory added, JourneyMemory all) {
        if (all.values().size() > JourneyMemory.MOST_NAMES) {
            return "The journey would have to remember %d things; it keeps at most %d"
                    .formatted(all.values().size(), JourneyMemory.MOST_NAMES);
        }
        var largest = added.values().entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse("");
        return "The journey cannot remember \"%s\": it would have to keep %d characters in all, and keeps at most %d"
                .formatted(largest, all.size(), JourneyMemory.MOST_CHARACTERS);
    }
}
