package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.TriggerChanges;
import io.usher.engine.workflow.internal.TriggerChanges.Result;
import io.usher.engine.workflow.internal.TriggersJson;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.WorkflowService;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/workflows/{id}/triggers")
@Tag(name = "Workflows")
class TriggersController {

    private final WorkflowService service;
    private final TriggerChanges changes;
    private final TriggersJson json;
    private final Stamp stamp;

    TriggersController(WorkflowService service, TriggerChanges changes, TriggersJson json, Stamp stamp) {
        this.service = service;
        this.changes = changes;
        this.json = json;
        this.stamp = stamp;
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping
    @Operation(summary = "Which events start and stop the workflow, with their ETag; who changed that last, and when")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TriggersForm.class)))
    Mono<ResponseEntity<Map<String, @Nullable Object>>> read(
            @AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id) {
        return service.find(caller.workspace(), id).map(this::answer);
    }

    @Needs(Right.WORKFLOW_EDIT)
    @PutMapping
    @Operation(
            summary = "Replace the triggers; needs If-Match (428), refused when others are there (412 with their ETag,"
                    + " who changed them and when)",
            description = "Of an activated workflow they hold at once.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TriggersForm.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TriggersForm.class)))
    Mono<ResponseEntity<?>> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable WorkflowId id,
            @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody Map<String, @Nullable Object> body) {
        var expected = EntityTags.expected(ifMatch, "triggers");
        return changes.change(caller.workspace(), id, json.read(body), expected, stamp.by(caller))
                .map(this::answer);
    }

    private ResponseEntity<?> answer(Result result) {
        return switch (result) {
            case Result.Changed(var workflow) -> answer(workflow);
            case Result.Stale(var now) ->
                Stale.triggers(now, "Nothing was saved.").answer();
        };
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(Workflow workflow) {
        var answer = new LinkedHashMap<>(json.write(workflow.triggers()));
        answer.put("changedAt", workflow.triggersChanged().at());
        answer.put("changedBy", workflow.triggersChanged().by());
        return ResponseEntity.ok().eTag(workflow.triggersTag()).body(answer);
    }
}
