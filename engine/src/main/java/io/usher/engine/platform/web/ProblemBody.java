package io.usher.engine.platform.web;

import io.usher.engine.shared.Problem;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.ProblemException;
import java.util.List;

/**
 * A problem as it stands in an answer of type application/problem+json.
 *
 * @param type {@code urn:usher:problem:<code>}
 * @param requestId names this answer; an unexpected failure (500) has it in the engine's log too
 */
public record ProblemBody(
        String type, String title, int status, String detail, List<FieldError> errors, String requestId) {

    private static final String TYPE_PREFIX = "urn:usher:problem:";

    public static ProblemBody of(Problem problem, String requestId) {
        return new ProblemBody(
                TYPE_PREFIX + problem.code(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.errors(),
                requestId);
    }

    /** For answers per item, where no status of its own can be sent. */
    public static ProblemBody of(ProblemException failure, String requestId) {
        return of(failure.problem(), requestId);
    }
}
