package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.event.EventTypes;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.FactMenus;
import io.usher.engine.workflow.internal.WorkflowService;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class FactsController {

    private final WorkflowService service;
    private final EventTypes types;
    private final FactMenus menus;

    FactsController(WorkflowService service, EventTypes types, FactMenus menus) {
        this.service = service;
        this.types = types;
        this.menus = menus;
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping("/workflows/{id}/facts")
    @Tag(name = "Workflows")
    @Operation(
            summary = "What conditions and templates of the workflow can speak of",
            description = "Facts of the event come from the params of the newest events of the types that start it.")
    Mono<FactsAnswer> ofWorkflow(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, Wording wording) {
        return service.find(caller.workspace(), id)
                .flatMap(workflow ->
                        menus.of(caller.workspace(), workflow.triggers().startTypes()))
                .map(facts -> FactsAnswer.of(facts, wording));
    }

    @Needs(Right.EVENT_TYPE_READ)
    @GetMapping("/event-types/{key}/facts")
    @Tag(name = "Event types")
    @Operation(summary = "What filters of links with this event type can speak of")
    Mono<FactsAnswer> ofEventType(
            @AuthenticationPrincipal Caller caller, @PathVariable EventTypeKey key, Wording wording) {
        return types.find(caller.workspace(), key)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("event type", key.value())))
                .flatMap(type -> menus.of(caller.workspace(), Set.of(key)))
                .map(facts -> FactsAnswer.of(facts, wording));
    }
}
