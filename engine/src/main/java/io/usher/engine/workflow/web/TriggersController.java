package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.Shelf;
import io.usher.engine.workflow.internal.TriggerChanges;
import io.usher.engine.workflow.internal.TriggersJson;
import io.usher.engine.workflow.internal.Workflow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/workflows/{id}/triggers")
@Tag(name = "Workflows")
class TriggersController {

    private final Shelf shelf;
    private final TriggerChanges changes;
    private final TriggersJson json;
    private final Stamp stamp;

    TriggersController(Shelf shelf, TriggerChanges changes, TriggersJson json, Stamp stamp) {
        this.shelf = shelf;
        this.changes = changes;
        this.json = json;
        this.stamp = stamp;
    }

    @GetMapping
    @Operation(summary = "Which events start and stop the workflow; who changed that last, and when")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TriggersForm.class)))
    Mono<Map<String, @Nullable Object>> read(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id) {
        return shelf.find(caller.workspace(), id).map(this::answer);
    }

    @PutMapping
    @Operation(
            summary = "Replace the triggers; of an activated workflow they hold at once",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TriggersForm.class))))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TriggersForm.class)))
    Mono<Map<String, @Nullable Object>> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable WorkflowId id,
            @RequestBody Map<String, @Nullable Object> body) {
        return changes.change(caller.workspace(), id, json.read(body), stamp.by(caller))
                .map(this::answer);
    }

    private Map<String, @Nullable Object> answer(Workflow workflow) {
        var answer = new LinkedHashMap<>(json.write(workflow.triggers()));
        answer.put("changedAt", workflow.triggersChanged().at());
        answer.put("changedBy", workflow.triggersChanged().by());
        return answer;
    }
}
