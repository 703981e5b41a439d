package io.usher.designer.workflows;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as the engine answers it.
 *
 * @param version the active one; null before the first activation
 * @param inside what people inside do while it is paused: go-on or hold
 * @param draftDiffers whether the draft is not what is active
 */
public record WorkflowRow(
        String id,
        String name,
        List<String> tags,
        String status,
        @Nullable Integer version,
        @Nullable String inside,
        List<StartLink> startLinks,
        List<StopLink> stopLinks,
        Long journeysInside,
        Long startedLast7Days,
        Instant createdAt,
        Instant changedAt,
        String changedBy,
        @Nullable Draft draft,
        Boolean draftDiffers) {

    public WorkflowRow(
            String id,
            String name,
            @Nullable List<String> tags,
            String status,
            @Nullable Integer version,
            @Nullable String inside,
            @Nullable List<StartLink> startLinks,
            @Nullable List<StopLink> stopLinks,
            @Nullable Long journeysInside,
            @Nullable Long startedLast7Days,
            Instant createdAt,
            Instant changedAt,
            @Nullable String changedBy,
            @Nullable Draft draft,
            @Nullable Boolean draftDiffers) {
        this.id = id;
        this.name = name;
        this.tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
        this.status = status;
        this.version = version;
        this.inside = inside;
        this.startLinks = List.copyOf(Objects.requireNonNullElse(startLinks, List.of()));
        this.stopLinks = List.copyOf(Objects.requireNonNullElse(stopLinks, List.of()));
        this.journeysInside = Objects.requireNonNullElse(journeysInside, 0L);
        this.startedLast7Days = Objects.requireNonNullElse(startedLast7Days, 0L);
        this.createdAt = createdAt;
        this.changedAt = changedAt;
        this.changedBy = Objects.requireNonNullElse(changedBy, "");
        this.draft = draft;
        this.draftDiffers = Objects.requireNonNullElse(draftDiffers, Boolean.TRUE);
    }

    /**
     * An event type that starts it.
     *
     * @param reentry how often, in words
     */
    public record StartLink(
            String eventType, String name, @Nullable String reentry) {}

    /** An event type that stops it. */
    public record StopLink(String eventType, String name) {}

    /** What is drawn now, and who drew it last. */
    public record Draft(
            String etag,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}
}
