package io.usher.engine.platform.web;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch (RFC 7396) of one level: fields that are not named stay, those that are null go. */
public final class MergePatch {

    /** As a PATCH consumes it; plain JSON is taken as the same. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final Map<String, @Nullable Object> body;
    private final FieldChecks checks;

    private MergePatch(Map<String, @Nullable Object> body, FieldChecks checks) {
        this.body = body;
        this.checks = checks;
    }

    /** Notes each field that is none of the known ones. */
    public static MergePatch of(Map<String, @Nullable Object> body, Collection<String> known, FieldChecks checks) {
        body.keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> checks.error(field, "unknown", "\"" + field + "\" is not a known field"));
        return new MergePatch(body, checks);
    }

    private boolean names(String field) {
        return body.containsKey(field);
    }

    /** The text to come: null when the field shall go, {@code now} when it is not named or, which is noted, no text. */
    public @Nullable String text(String field, @Nullable String now) {
        if (!names(field)) {
            return now;
        }
        var sent = body.get(field);
        if (sent != null && !(sent instanceof String)) {
            checks.error(field, "type", field + " is not a text");
            return now;
        }
        return Objects.toString(sent, null);
    }
}
