package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.workflow.internal.Activation.Result;
import java.util.List;

/** The active version after an activation. */
record ActivationAnswer(
        int version,
        String status,

        @Schema(description = "False: the draft was active already, no new version was made")
        boolean made,

        Confirmation confirmation,
        @Schema(description = "Warnings") List<ProblemAnswer> problems) {

    static ActivationAnswer of(Result.Active active, Confirmation confirmation) {
        return new ActivationAnswer(
                active.workflow().version(),
                active.workflow().status().key(),
                active.made(),
                confirmation,
                ProblemAnswer.of(active.problems()));
    }
}
