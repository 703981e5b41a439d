package io.usher.engine.workflow.web;

import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.List;

/** The answer to an activation of something that has errors: a problem with all that was found in {@code problems}. */
record NotValidBody(
        String type, String title, int status, String detail, List<FieldError> errors, List<ProblemAnswer> problems) {

    static NotValidBody of(List<DrawingProblem> problems) {
        var errors = problems.stream().filter(DrawingProblem::isError).toList();
        var detail = errors.size() == 1
                ? errors.getFirst().message()
                : errors.size() + " problems were found; nothing was activated";
        return new NotValidBody(
                "urn:usher:problem:not-valid",
                "The workflow is not valid",
                422,
                detail,
                errors.stream().map(NotValidBody::error).toList(),
                ProblemAnswer.of(problems));
    }

    private static FieldError error(DrawingProblem problem) {
        var block = problem.block();
        var field = problem.field();
        var place = block == null ? field == null ? "drawing" : field : field == null ? block : block + "." + field;
        return new FieldError(place, problem.code(), problem.message());
    }
}
