package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.rule.RuleForm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON form of triggers, for the API's documentation only. */
@Schema(name = "Triggers")
record TriggersForm(
        @Schema(description = "Of several links of one event type the first whose filter matches counts")
        List<Start> start,

        List<Stop> stop,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        Instant changedAt,

        @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
        String changedBy) {

    @Schema(name = "StartLink")
    record Start(String eventType, @Nullable RuleForm filter, ReentryForm reentry) {}

    @Schema(name = "StopLink")
    record Stop(
            String eventType,
            @Nullable RuleForm filter,

            @Schema(description = "None: all of the contact's journeys in this workflow")
            List<MatchForm> match) {}

    @Schema(name = "Match", description = "Both are paths as in per; their values must be equal")
    record MatchForm(String start, String stop) {}

    @Schema(name = "Reentry")
    record ReentryForm(
            @Schema(allowableValues = {"each", "once", "once-in"})
            String mode,

            @Schema(description = "Only with once-in", minimum = "1", maximum = "10000") @Nullable
            Integer every,

            @Schema(
                    description = "Only with once-in",
                    allowableValues = {"hours", "days", "weeks", "months"})
            @Nullable
            String unit,

            @Schema(
                    description =
                            "A path as in rules without its root: a param, or \"key\" for the event's key (a param"
                                    + " of that name is \"params.key\"); none: per contact")
            @Nullable
            String per,

            @Schema(
                    allowableValues = {"start", "skip", "restart"},
                    defaultValue = "start")
            @Nullable
            String whileRunning) {}
}
