package io.usher.designer.journeys;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A journey as the engine's list answers it. */
public record JourneyRow(
        String id,
        String workflowId,
        String workflowName,
        int version,
        String contactId,
        @Nullable String contactLabel,
        StartedBy startedBy,
        String state,
        Instant startedAt,
        @Nullable Stands stands,
        @Nullable Failed failure,
        @Nullable Ended end) {

    /** The event that started it. */
    public record StartedBy(
            String eventId, String eventType, @Nullable String key) {}

    /** Where it is; the block by its id, and by the name people gave it. */
    public record Stands(
            String block,
            @Nullable String name,
            Instant since,
            @Nullable Instant until) {

        String words() {
            return name == null || name.isBlank() ? block : name;
        }
    }

    /** Why it is parked. */
    public record Failed(String block, String text, Instant since) {}

    /** How it ended; the block is where it stood when it was stopped. */
    public record Ended(
            Instant at,
            String text,
            @Nullable String eventId,
            @Nullable String eventType,
            @Nullable String block,
            @Nullable String blockName) {

        String words() {
            return blockName == null || blockName.isBlank() ? Objects.toString(block, "") : blockName;
        }
    }
}
