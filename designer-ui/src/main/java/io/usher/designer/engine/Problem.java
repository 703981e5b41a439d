package io.usher.designer.engine;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the engine's own words (problem+json).
 *
 * @param code the last part of its type, by which a program knows it; blank when it has none
 */
public record Problem(int status, String code, String title, String detail, List<FieldError> errors) {

    /** The code of a refusal that ends when the person types the password once more. */
    static final String CONFIRM_PASSWORD = "confirm-password";

    /** The code of a search that was given up: asking the same again at once only costs more. */
    static final String TOOK_TOO_LONG = "search-took-too-long";

    private static final String TYPE = "urn:usher:problem:";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** What a person should read: the detail, or the title where there is none. */
    public String text() {
        return detail.isBlank() ? title : detail;
    }

    /** One field that was refused, by which rule and why. */
    public record FieldError(
            @Nullable String field,
            @Nullable String rule,
            @Nullable String message) {}

    record Wire(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<FieldError> errors) {

        Problem problem(int status) {
            return new Problem(
                    status,
                    type != null && type.startsWith(TYPE) ? type.substring(TYPE.length()) : "",
                    Objects.requireNonNullElse(title, "HTTP " + status),
                    Objects.requireNonNullElse(detail, ""),
                    Objects.requireNonNullElse(errors, List.of()));
        }
    }
}
