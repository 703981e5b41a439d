package io.usher.designer.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as the engine's list answers it. */
record EventRow(
        String id,
        String eventTypeKey,
        @Nullable String keyValue,
        @Nullable String contactId,
        Instant acceptedAt,
        boolean history,
        boolean due,
        boolean parked,
        String summary,
        List<String> linked) {}
