package io.usher.engine.shared;

import java.util.List;

/**
 * What is wrong with a request, as problem+json says it: a stable code (the last part of {@code type}), a title, the HTTP
 * status, a sentence for a person, and for bad input one entry per field.
 */
public record Problem(String code, String title, int status, String detail, List<FieldError> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** One field that breaks one rule; {@code field} is a path such as {@code params[3].name}. */
    public record FieldError(String field, String rule, String message) {}
}
