package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something wrong with a drawing or its triggers. */
@Schema(name = "DrawingProblem")
record ProblemAnswer(
        String code,

        @Schema(description = "Id of the block; null: the drawing as a whole, or a trigger") @Nullable
        String block,

        @Nullable String blockName,

        @Schema(description = "A setting, ways.<flow>, or a place in the triggers") @Nullable
        String field,

        String message,
        @Schema(allowableValues = {"error", "warning"}) String severity) {

    static ProblemAnswer of(DrawingProblem problem) {
        return new ProblemAnswer(
                problem.code(),
                problem.block(),
                problem.blockName(),
                problem.field(),
                problem.message(),
                problem.severity().key());
    }

    static List<ProblemAnswer> of(List<DrawingProblem> problems) {
        return problems.stream().map(ProblemAnswer::of).toList();
    }
}
