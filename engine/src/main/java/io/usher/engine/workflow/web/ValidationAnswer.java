package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.workflow.internal.Activation.Findings;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.List;

/** What is wrong, and what a person confirms by activating. {@code ok}: nothing keeps it from being activated. */
record ValidationAnswer(
        boolean ok,
        List<ProblemAnswer> problems,
        Confirmation confirmation,

        @Schema(description = "Of the triggers that were looked at, for activate")
        String triggersEtag) {

    static ValidationAnswer of(Findings found, Confirmation confirmation) {
        var problems = found.problems();
        return new ValidationAnswer(
                problems.stream().noneMatch(DrawingProblem::isError),
                ProblemAnswer.of(problems),
                confirmation,
                '"' + found.workflow().triggersTag() + '"');
    }
}
