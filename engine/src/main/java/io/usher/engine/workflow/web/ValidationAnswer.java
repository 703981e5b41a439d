package io.usher.engine.workflow.web;

import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.List;

/** What is wrong, and what a person confirms by activating. {@code ok}: nothing keeps it from being activated. */
record ValidationAnswer(boolean ok, List<ProblemAnswer> problems, Confirmation confirmation) {

    static ValidationAnswer of(List<DrawingProblem> problems, Confirmation confirmation) {
        return new ValidationAnswer(
                problems.stream().noneMatch(DrawingProblem::isError), ProblemAnswer.of(problems), confirmation);
    }
}
