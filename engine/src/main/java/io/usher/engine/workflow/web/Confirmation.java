package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.workflow.internal.ExpectedStarts.Matching;

/** What activating does, in words and as the number of events of the last 7 days that match a start link. */
record Confirmation(
        String text,
        int matchingEvents,

        @Schema(description = "The count was broken off; there are at least so many")
        boolean atLeast) {

    static Confirmation of(String text, Matching expected) {
        return new Confirmation(text, expected.count(), expected.atLeast());
    }
}
