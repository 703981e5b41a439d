package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.Workflow.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workflow as the API shows it. */
record WorkflowAnswer(
        String id,
        String name,
        List<String> tags,

        @Schema(allowableValues = {"draft", "active", "paused", "archived"})
        String status,

        @Schema(description = "The active version; null before the first activation") @Nullable
        Integer version,

        @Schema(
                description = "What people inside do while it is paused; else null",
                allowableValues = {"go-on", "hold"})
        @Nullable
        String inside,

        @Schema(description = "Event types that start it") List<String> startEvents,
        @Schema(description = "Event types that stop it") List<String> stopEvents,

        @Schema(description = "Journeys that have not ended")
        long journeysInside,

        Instant createdAt,

        @Schema(description = "Last change of anything, the draft too")
        Instant changedAt,

        String changedBy) {

    static WorkflowAnswer of(Workflow workflow, long inside) {
        return new WorkflowAnswer(
                workflow.id().value(),
                workflow.name(),
                workflow.tags(),
                workflow.status().key(),
                workflow.version() == 0 ? null : workflow.version(),
                workflow.status() == Status.PAUSED ? workflow.inside().key() : null,
                keys(workflow.triggers().startTypes()),
                keys(workflow.triggers().stopTypes()),
                inside,
                workflow.createdAt(),
                workflow.changed().at(),
                workflow.changed().by());
    }

    private static List<String> keys(Collection<EventTypeKey> types) {
        return types.stream().map(EventTypeKey::value).toList();
    }
}
