package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The answer to a draft that was changed on an older one: a problem that says who changed it meanwhile, and when. */
@Schema(name = "StaleDraft")
record StaleBody(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Schema(description = "The draft that is there") String etag,
        Instant changedAt,
        String changedBy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static StaleBody of(Stamp now) {
        var by = now.saved().by();
        var at = now.saved().at();
        return new StaleBody(
                "urn:usher:problem:stale",
                "Changed meanwhile",
                412,
                by + " changed the draft on " + TIME.format(at) + " UTC. Nothing was saved.",
                List.of(),
                '"' + now.tag() + '"',
                at,
                by);
    }
}
