package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.platform.web.BodyLimit;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.Drafts;
import io.usher.engine.workflow.internal.Drafts.Saved;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/workflows/{id}/draft")
@Tag(name = "Workflows")
class DraftController {

    private final Drafts drafts;
    private final Stamp stamp;

    DraftController(Drafts drafts, Stamp stamp) {
        this.drafts = drafts;
        this.stamp = stamp;
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping(produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The draft's bytes as they were sent, with their ETag")
    Mono<ResponseEntity<byte[]>> read(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id) {
        return drafts.read(caller.workspace(), id)
                .map(draft -> ResponseEntity.ok()
                        .eTag(draft.tag())
                        .contentType(MediaType.APPLICATION_XML)
                        .body(draft.bytes()));
    }

    @Needs(Right.WORKFLOW_EDIT)
    @PutMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(
            summary = "Save the draft; needs If-Match (428), refused when another is there (412 with its ETag, who"
                    + " changed it and when)",
            description = "Refuses only what is not well formed, larger than 2 MB or has a DTD.")
    Mono<ResponseEntity<?>> save(
            @AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, ServerHttpRequest request) {
        var expected = EntityTags.expected(request.getHeaders(), "draft");
        return BodyLimit.DRAFT
                .read(request)
                .flatMap(bytes -> drafts.save(caller.workspace(), id, bytes, expected, stamp.by(caller)))
                .map(DraftController::answer);
    }

    private static ResponseEntity<?> answer(Saved saved) {
        return switch (saved) {
            case Saved.Stored(var tag) -> ResponseEntity.noContent().eTag(tag).build();
            case Saved.Stale(var now) -> Stale.draft(now, "Nothing was saved.").answer();
        };
    }
}
