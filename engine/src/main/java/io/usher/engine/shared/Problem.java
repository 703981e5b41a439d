package io.usher.engine.shared;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, as problem+json says it: a stable code (the last part of {@code type}), a title, the HTTP
 * status, a sentence for a person, for bad input one entry per field, and when to try again where that is known.
 */
public record Problem(
        String code,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Nullable Duration retryAfter) {

    public Problem {
        errors = List.copyOf(errors);
    }

    public Problem(String code, String title, int status, String detail, List<FieldError> errors) {
        this(code, title, status, detail, errors, null);
    }

    /** One field that breaks one rule; {@code field} is a path such as {@code params[3].name}. */
    public record FieldError(String field, String rule, String message) {}
}
