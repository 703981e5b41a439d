package io.usher.engine.platform.web;

import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the fields of a request, to refuse it once with all of it. */
public final class FieldChecks {

    private final List<FieldError> errors = new ArrayList<>();

    /** The text, which must be there and have 1 to {@code max} characters; an empty text when it is wrong. */
    public String text(String field, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            error(field, "required", field + " is required");
            return "";
        }
        if (value.length() > max) {
            error(field, "length", field + " must have at most " + max + " characters");
            return "";
        }
        return value;
    }

    /** Notes an error when the condition does not hold. */
    public FieldChecks check(boolean holds, String field, String rule, String message) {
        if (!holds) {
            error(field, rule, message);
        }
        return this;
    }

    public void error(String field, String rule, String message) {
        errors.add(new FieldError(field, rule, message));
    }

    /** Throws 400 with everything that was noted, if anything was. */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }
}
