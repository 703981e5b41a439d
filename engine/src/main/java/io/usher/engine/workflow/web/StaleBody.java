package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.Workflow.Change;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The answer to a change that was made on an older state: a problem that says who changed it meanwhile, and when. */
@Schema(name = "Stale")
record StaleBody(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Schema(description = "What is there") String etag,
        Instant changedAt,
        String changedBy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** {@code nothing}: what did not happen. */
    static StaleBody ofDraft(Stamp now, String nothing) {
        return of("draft", now.tag(), now.saved(), nothing);
    }

    static StaleBody ofTriggers(Workflow now, String nothing) {
        return of("triggers", now.triggersTag(), now.triggersChanged(), nothing);
    }

    private static StaleBody of(String what, String tag, Change change, String nothing) {
        var by = change.by();
        var at = change.at();
        return new StaleBody(
                "urn:usher:problem:stale",
                "Changed meanwhile",
                412,
                by + " changed the " + what + " on " + TIME.format(at) + " UTC. " + nothing,
                List.of(),
                '"' + tag + '"',
                at,
                by);
    }
}
