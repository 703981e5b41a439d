package io.usher.designer.eventtypes;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event type as the engine answers it. */
public record EventType(
        String key,
        String name,
        String category,
        @Nullable String keyParam,
        List<Param> params,
        @Nullable Instant lastSeenAt,
        Long last24Hours,
        Long last30Days,
        @Nullable String lookalikeOf,
        List<Use> workflows) {

    public EventType(
            String key,
            @Nullable String name,
            @Nullable String category,
            @Nullable String keyParam,
            @Nullable List<Param> params,
            @Nullable Instant lastSeenAt,
            @Nullable Long last24Hours,
            @Nullable Long last30Days,
            @Nullable String lookalikeOf,
            @Nullable List<Use> workflows) {
        this.key = key;
        this.name = name == null || name.isBlank() ? key : name;
        this.category = Objects.requireNonNullElse(category, Category.OTHER.key());
        this.keyParam = keyParam;
        this.params = List.copyOf(Objects.requireNonNullElse(params, List.of()));
        this.lastSeenAt = lastSeenAt;
        this.last24Hours = Objects.requireNonNullElse(last24Hours, 0L);
        this.last30Days = Objects.requireNonNullElse(last30Days, 0L);
        this.lookalikeOf = lookalikeOf;
        this.workflows = List.copyOf(Objects.requireNonNullElse(workflows, List.of()));
    }

    /** One of which nothing but the key is known. */
    public static EventType ofKey(String key) {
        return new EventType(key, null, null, null, null, null, null, null, null, null);
    }

    /** This, with what the list counted before; the answer to a change need not count. */
    EventType countedAs(EventType before) {
        return new EventType(
                key,
                name,
                category,
                keyParam,
                params,
                before.lastSeenAt,
                before.last24Hours,
                before.last30Days,
                lookalikeOf,
                before.workflows);
    }

    /** Name and key, where they differ. */
    public String label() {
        return name.equals(key) ? name : name + " (" + key + ")";
    }

    /** A declared param; {@code type} is what its values are meant as, null when that is not declared. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Param(
            String name, Boolean required, @Nullable String type) {}

    /** A workflow that listens. */
    public record Use(String workflowId, String name, String status, boolean start, boolean stop) {}
}
