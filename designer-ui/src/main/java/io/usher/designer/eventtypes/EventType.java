package io.usher.designer.eventtypes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event type as the engine answers it. */
record EventType(
        String key,
        String name,
        String category,
        @Nullable String keyParam,
        @Nullable Instant lastSeenAt,
        List<Use> workflows) {

    /** A workflow that listens. */
    record Use(String workflowId, String name, String status, boolean start, boolean stop) {}
}
