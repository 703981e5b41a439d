package io.usher.engine.shared;

import io.usher.engine.shared.Problem.FieldError;
import java.time.Duration;
import java.util.List;

/** Named makers of the problems that modules raise. */
public final class Problems {

    private Problems() {}

    /** 400: one field breaks one rule. */
    public static ProblemException invalid(String field, String rule, String message) {
        return invalid(List.of(new FieldError(field, rule, message)));
    }

    /** 400: several fields break rules; the request is refused whole. */
    public static ProblemException invalid(List<FieldError> errors) {
        var detail = errors.size() == 1 ? errors.getFirst().message() : errors.size() + " fields are not valid";
        return problem("invalid", "The request is not valid", 400, detail, errors);
    }

    /** 404: there is no such thing in this workspace. */
    public static ProblemException notFound(String thing, String id) {
        return problem("not-found", "Not found", 404, "There is no " + thing + " \"" + id + "\"", List.of());
    }

    /** 409: the state of things does not allow it; {@code code} says which rule. */
    public static ProblemException conflict(String code, String detail) {
        return problem(code, "Not possible now", 409, detail, List.of());
    }

    /** 403: the caller may not do this. */
    public static ProblemException forbidden(String code, String detail) {
        return problem(code, "Not allowed", 403, detail, List.of());
    }

    /** 503: something the engine needs does not answer; sending again later is right. */
    public static ProblemException unavailable(String detail) {
        return problem("unavailable", "Not available now", 503, detail, List.of());
    }

    /** 429: too often; {@code retryAfter} says when the next try is looked at. */
    public static ProblemException tooMany(String code, String detail, Duration retryAfter) {
        return new ProblemException(new Problem(code, "Too many tries", 429, detail, List.of(), retryAfter));
    }

    public static ProblemException problem(
            String code, String title, int status, String detail, List<FieldError> errors) {
        return new ProblemException(new Problem(code, title, status, detail, errors));
    }
}
