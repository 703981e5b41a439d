package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.platform.web.MergedForms;
import io.usher.engine.platform.web.StaleBody;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.Edited;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Texts;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.Lifecycle;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.Workflow.Status;
import io.usher.engine.workflow.internal.WorkflowService;
import io.usher.engine.workflow.internal.WorkflowStore.Named;
import io.usher.engine.workflow.internal.WorkflowStore.Query;
import io.usher.engine.workflow.internal.WorkflowStore.Sort;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/workflows")
@Tag(name = "Workflows")
class WorkflowController {

    private final WorkflowService service;
    private final Lifecycle lifecycle;
    private final WorkflowAnswers answers;
    private final MergedForms forms;
    private final Stamp stamp;

    WorkflowController(
            WorkflowService service, Lifecycle lifecycle, WorkflowAnswers answers, MergedForms forms, Stamp stamp) {
        this.forms = forms;
        this.service = service;
        this.lifecycle = lifecycle;
        this.answers = answers;
        this.stamp = stamp;
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping
    @Operation(summary = "Workflows; archived ones only with status=archived")
    Mono<Page<WorkflowAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "draft, active, paused or archived") @RequestParam(required = false) @Nullable
                    String status,
            @RequestParam(required = false) @Nullable String tag,
            @Parameter(description = "Part of the name, in any case") @RequestParam(required = false) @Nullable
                    String search,
            @Parameter(description = "Key of an event type that starts or stops it")
                    @RequestParam(required = false)
                    @Nullable
                    String event,
            @Parameter(
                            description = "Last changed first, by name, or newest first",
                            schema =
                                    @Schema(
                                            allowableValues = {"changed", "name", "created"},
                                            defaultValue = "changed"))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Wording wording) {
        var query =
                new Query(status(status), Texts.blankToNull(tag), Texts.blankToNull(search), event(event), sort(sort));
        return service.list(caller.workspace(), query, PageRequest.of(cursor, limit))
                .flatMap(page -> answers.of(caller.workspace(), page, wording));
    }

    /** All tags at once: they fill a menu. */
    @Schema(name = "Tags")
    record TagList(List<String> items) {}

    @Needs(Right.WORKFLOW_READ)
    @GetMapping("/tags")
    @Operation(
            summary = "Tags of the workspace's workflows, each once, in alphabetical order; all in one answer",
            description = "What the list of workflows shows with the same status has these tags: those of archived "
                    + "workflows come only with status=archived.")
    Mono<TagList> tags(
            @AuthenticationPrincipal Caller caller,
            @Parameter(description = "draft, active, paused or archived") @RequestParam(required = false) @Nullable
                    String status) {
        return service.tags(caller.workspace(), status(status)).map(TagList::new);
    }

    @Needs(Right.WORKFLOW_EDIT)
    @PostMapping
    @Operation(summary = "Make a workflow; its draft is one Start, whose ETag is answered")
    Mono<ResponseEntity<WorkflowAnswer>> create(
            @AuthenticationPrincipal Caller caller, @RequestBody WorkflowForm form, Wording wording) {
        var checked = form.check();
        return service.create(caller.workspace(), checked.name(), checked.tags(), stamp.by(caller))
                .flatMap(made -> answers.created(made, wording));
    }

    @Needs(Right.WORKFLOW_EDIT)
    @PostMapping("/{id}/duplicate")
    @Operation(summary = "Make a workflow with the same draft, tags and triggers; nothing is activated")
    Mono<ResponseEntity<WorkflowAnswer>> duplicate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable WorkflowId id,
            @RequestBody(required = false) @Nullable NameForm form,
            Wording wording) {
        return service.duplicate(caller.workspace(), id, NameForm.chosen(form), stamp.by(caller))
                .flatMap(made -> answers.created(made, wording));
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping("/{id}")
    @Operation(summary = "One workflow; the ETag is that of its name and tags")
    Mono<ResponseEntity<?>> get(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, Wording wording) {
        return service.find(caller.workspace(), id).flatMap(found -> answers.tagged(found, wording));
    }

    @Needs(Right.WORKFLOW_EDIT)
    @PutMapping("/{id}")
    @Operation(
            summary = "Replace name and tags",
            description =
                    "With If-Match only those that were looked at are replaced (412); without it whatever is there.")
    Mono<ResponseEntity<?>> rename(
            @AuthenticationPrincipal Caller caller,
            @PathVariable WorkflowId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody WorkflowForm form,
            Wording wording) {
        var checked = form.check();
        return rename(caller, id, EntityTags.optional(ifMatch), now -> checked, wording);
    }

    @Needs(Right.WORKFLOW_EDIT)
    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change name or tags (merge patch); needs If-Match (428), refused when others are there (412)",
            description =
                    "Fields: name, tags (the list is replaced whole, null takes it away). What is not named stays.")
    Mono<ResponseEntity<?>> patch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable WorkflowId id,
            @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody Map<String, @Nullable Object> body,
            Wording wording) {
        return rename(
                caller,
                id,
                EntityTags.expected(ifMatch, "workflow's name and tags"),
                now -> forms.merged(WorkflowForm.of(now), body, WorkflowForm.class)
                        .check(),
                wording);
    }

    private Mono<ResponseEntity<?>> rename(
            Caller caller, WorkflowId id, Expected expected, Function<Workflow, Named> next, Wording wording) {
        return service.rename(caller.workspace(), id, expected, next, stamp.by(caller))
                .<ResponseEntity<?>>flatMap(edited -> switch (edited) {
                    case Edited.Saved<Workflow>(var now) -> answers.tagged(now, wording);
                    case Edited.Stale<Workflow>(var now) ->
                        Mono.<ResponseEntity<?>>just(
                                StaleBody.of("name or the tags", now.nameTag(), "Nothing was saved.")
                                        .answer());
                });
    }

    @Needs(Right.WORKFLOW_ARCHIVE)
    @DeleteMapping("/{id}")
    @Operation(summary = "Archive; refused with their number while journeys are inside")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> archive(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id) {
        return lifecycle.archive(caller.workspace(), id, stamp.by(caller)).then();
    }

    private static @Nullable Status status(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        return Keyed.read(Status.class, "status", key);
    }

    private static @Nullable EventTypeKey event(@Nullable String key) {
        return key == null || key.isBlank() ? null : new EventTypeKey(key);
    }

    private static Sort sort(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return Sort.CHANGED;
        }
        return Keyed.read(Sort.class, "sort", key);
    }
}
