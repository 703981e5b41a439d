package io.usher.designer.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event as the engine's list answers it. */
record EventRow(
        String id,
        String eventTypeKey,
        @Nullable String eventTypeName,
        @Nullable String keyValue,
        @Nullable String contactId,
        @Nullable String contactLabel,
        Instant occurredAt,
        Instant acceptedAt,
        boolean history,
        boolean due,
        boolean parked,
        String summary,
        List<String> linked) {

    /** The type as people call it. */
    String typeName() {
        return Objects.requireNonNullElse(eventTypeName, eventTypeKey);
    }
}
