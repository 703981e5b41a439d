package io.usher.engine.event;

import io.usher.engine.rule.KnownFact;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event. {@code keyParam} names the param that is the event's key when none is sent; {@code params} are declared
 * ones, a required one that is missing refuses the event. {@code lookalikeOf} is a type that was there before with a key that
 * looks the same or nearly so, until somebody saves this one. {@code revision} counts changes by people.
 */
public record EventType(
        EventTypeKey key,
        WorkspaceId workspace,
        String name,
        Category category,
        @Nullable String keyParam,
        List<DeclaredParam> params,
        Instant createdAt,
        @Nullable Instant lastSeenAt,
        @Nullable EventTypeKey lookalikeOf,
        long revision) {

    public EventType {
        params = List.copyOf(params);
    }

    /** A type that looks like no other. */
    public EventType(
            EventTypeKey key,
            WorkspaceId workspace,
            String name,
            Category category,
            @Nullable String keyParam,
            List<DeclaredParam> params,
            Instant createdAt,
            @Nullable Instant lastSeenAt) {
        this(key, workspace, name, category, keyParam, params, createdAt, lastSeenAt, null, 0);
    }

    /** Says which state of which type this is; another type that had the key before had other ones. */
    public String tag() {
        return "type-" + createdAt.toEpochMilli() + "-" + revision;
    }

    /** This type with what can be changed of the other one; it no longer looks like another. */
    public EventType with(EventType form) {
        return new EventType(
                key,
                workspace,
                form.name,
                form.category,
                form.keyParam,
                form.params,
                createdAt,
                lastSeenAt,
                null,
                revision);
    }

    /** The same type, known to look like another. */
    public EventType looksLike(@Nullable EventTypeKey other) {
        return new EventType(key, workspace, name, category, keyParam, params, createdAt, lastSeenAt, other, revision);
    }

    /**
     * A param that events of this type carry.
     *
     * @param name a path as in rules
     * @param type what its values are meant as, null when that is not declared: a time may be sent as a count since 1970
     */
    public record DeclaredParam(String name, boolean required, KnownFact.@Nullable Type type) {}

    /** The categories of row R2. */
    public enum Category implements Keyed {
        CLICK("click"),
        SUBSCRIPTION("subscription"),
        IMPORT("import"),
        RFM("rfm"),
        ACTIVITY("activity"),
        ORDER("order"),
        NOTIFICATION("notification"),
        OTHER("other");

        private final String key;

        Category(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
