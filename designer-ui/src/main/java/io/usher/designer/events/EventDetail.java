package io.usher.designer.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event whole, as the engine answers it. */
record EventDetail(
        String id,
        String eventTypeKey,
        @Nullable String eventTypeName,
        @Nullable String keyValue,
        @Nullable String contactId,
        @Nullable String contactLabel,
        Instant occurredAt,
        Instant acceptedAt,
        boolean history,
        String source,
        boolean parked,
        String summary,
        Map<String, @Nullable Object> params,
        List<String> conflicts,
        @Nullable List<String> warnings,
        @Nullable String parkedReason,
        List<Decision> decisions) {

    /** What its sender was warned of. */
    List<String> warned() {
        return Objects.requireNonNullElse(warnings, List.of());
    }

    /** What it led to for one workflow, and why. */
    record Decision(
            String workflowId,
            String workflowName,
            String link,
            String outcome,
            Reason reason,
            List<String> journeyIds) {}

    record Reason(String code, String text) {}
}
