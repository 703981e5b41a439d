package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.ReentryWords;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import io.usher.engine.workflow.internal.Overviews.Overview;
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

        @Schema(description = "What starts it, with the event type's name and the re-entry policy in words")
        List<StartAnswer> startLinks,

        @Schema(description = "What stops it, with the event type's name")
        List<StopAnswer> stopLinks,

        @Schema(description = "Journeys that have not ended")
        long journeysInside,

        @Schema(description = "Journeys that began in the last 7 days")
        long startedLast7Days,

        DraftAnswer draft,

        @Schema(description = "The draft is not what is active; true before the first activation")
        boolean draftDiffers,

        Instant createdAt,

        @Schema(description = "Last change of anything, the draft too")
        Instant changedAt,

        String changedBy,

        @Schema(description = "Of name and tags, as If-Match takes it, with its quotes")
        String etag) {

    /** A start link as lists show it. */
    @Schema(name = "StartLinkRow")
    record StartAnswer(
            String eventType,

            @Schema(description = "The event type's name; its key when it is not registered")
            String name,

            @Schema(description = "How often one contact may start", example = "once in every 2 hours")
            String reentry) {}

    /** A stop link as lists show it. */
    @Schema(name = "StopLinkRow")
    record StopAnswer(String eventType, String name) {}

    /** The draft that is there. */
    @Schema(name = "DraftStamp")
    record DraftAnswer(
            @Schema(description = "As If-Match takes it, with its quotes")
            String etag,

            Instant changedAt,
            String changedBy) {}

    static WorkflowAnswer of(Overview overview, Wording wording) {
        var workflow = overview.workflow();
        return new WorkflowAnswer(
                workflow.id().value(),
                workflow.name(),
                workflow.tags(),
                workflow.status().key(),
                workflow.version() == 0 ? null : workflow.version(),
                workflow.status() == Status.PAUSED ? workflow.inside().key() : null,
                keys(workflow.triggers().startTypes()),
                keys(workflow.triggers().stopTypes()),
                startLinks(overview, wording),
                stopLinks(overview),
                overview.inside(),
                overview.started(),
                draft(overview.draft()),
                overview.draftDiffers(),
                workflow.createdAt(),
                workflow.changed().at(),
                workflow.changed().by(),
                '"' + workflow.nameTag() + '"');
    }

    private static List<StartAnswer> startLinks(Overview overview, Wording wording) {
        return overview.workflow().triggers().start().stream()
                .map(link -> new StartAnswer(
                        link.eventType().value(),
                        overview.name(link.eventType()),
                        wording.of(ReentryWords.of(link.reentry()))))
                .toList();
    }

    private static List<StopAnswer> stopLinks(Overview overview) {
        return overview.workflow().triggers().stop().stream()
                .map(link -> new StopAnswer(link.eventType().value(), overview.name(link.eventType())))
                .toList();
    }

    private static DraftAnswer draft(Stamp draft) {
        return new DraftAnswer(
                '"' + draft.tag() + '"', draft.saved().at(), draft.saved().by());
    }

    private static List<String> keys(Collection<EventTypeKey> types) {
        return types.stream().map(EventTypeKey::value).toList();
    }
}
