package io.usher.engine.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.shared.Problem.FieldError;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer to a change that was made on an older state: a problem that says who changed it meanwhile, and when. */
@Schema(name = "Stale")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaleBody(
        String type,
        String title,
        int status,
        String detail,
        List<FieldError> errors,
        @Schema(description = "What is there") String etag,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Of something of which nobody knows who changed it. */
    public static StaleBody of(String what, String tag, String nothing) {
        return body("The " + what + " was changed meanwhile. " + nothing, tag, null, null);
    }

    /**
     * @param what has changed, such as "draft"
     * @param tag that it has now, without quotes
     * @param nothing what was not done, as a sentence
     */
    public static StaleBody of(String what, String tag, Instant at, String by, String nothing) {
        return body(by + " changed the " + what + " on " + TIME.format(at) + " UTC. " + nothing, tag, at, by);
    }

    /** 412 with this body and the tag of what is there. */
    public ResponseEntity<?> answer() {
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .eTag(etag)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    private static StaleBody body(String detail, String tag, @Nullable Instant at, @Nullable String by) {
        return new StaleBody(
                "urn:usher:problem:stale", "Changed meanwhile", 412, detail, List.of(), '"' + tag + '"', at, by);
    }
}
