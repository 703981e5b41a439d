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
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.Activation;
import io.usher.engine.workflow.internal.Activation.Result;
import io.usher.engine.workflow.internal.Activation.Seen;
import io.usher.engine.workflow.internal.Lifecycle;
import io.usher.engine.workflow.internal.Workflow.Inside;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/workflows/{id}")
@Tag(name = "Workflows")
class LifecycleController {

    private static final String NOTHING = "Nothing was activated.";

    private final Activation activation;
    private final Lifecycle lifecycle;
    private final Confirmations confirmations;
    private final WorkflowAnswers answers;
    private final Stamp stamp;

    LifecycleController(
            Activation activation,
            Lifecycle lifecycle,
            Confirmations confirmations,
            WorkflowAnswers answers,
            Stamp stamp) {
        this.activation = activation;
        this.lifecycle = lifecycle;
        this.confirmations = confirmations;
        this.answers = answers;
        this.stamp = stamp;
    }

    /** What was looked at besides the draft. */
    record ActivationForm(
            @Schema(description = "ETag of the triggers that were looked at; none: whatever is there") @Nullable
            String triggersEtag) {

        static Expected triggers(@Nullable ActivationForm form) {
            var tag = form == null ? null : form.triggersEtag();
            return tag == null ? new Expected.Anything() : EntityTags.tag("triggersEtag", tag);
        }
    }

    /** What a pause does with people inside. */
    record PauseForm(
            @Schema(
                    allowableValues = {"go-on", "hold"},
                    defaultValue = "go-on")
            @Nullable
            String inside) {}

    @Needs(Right.WORKFLOW_EDIT)
    @PostMapping("/validate")
    @Operation(
            summary = "What is wrong with the draft and the triggers as they stand, and what activating would do",
            description = "The ETag is the draft's, for activate.")
    Mono<ResponseEntity<ValidationAnswer>> validate(
            @AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, Wording wording) {
        return activation
                .validate(caller.workspace(), id)
                .flatMap(checked -> confirmations
                        .before(checked.workflow(), wording)
                        .map(confirmation -> ResponseEntity.ok()
                                .eTag(checked.draft().tag())
                                .body(ValidationAnswer.of(checked, confirmation))));
    }

    @Needs(Right.WORKFLOW_ACTIVATE)
    @PostMapping("/activate")
    @Operation(
            summary = "Make the draft the active version; needs If-Match (428), 422 with problems when something is"
                    + " wrong",
            description =
                    "If-Match is the ETag of the draft that was looked at, or *; another draft, or other triggers when"
                            + " the body names them: 412 with who changed it and when, and nothing is activated. A draft"
                            + " that is active already makes no new version.")
    Mono<ResponseEntity<?>> activate(
            @AuthenticationPrincipal Caller caller,
            @PathVariable WorkflowId id,
            @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody(required = false) @Nullable ActivationForm form,
            Wording wording) {
        var seen = new Seen(EntityTags.expected(ifMatch, "draft"), ActivationForm.triggers(form));
        return activation
                .activate(caller.workspace(), id, seen, stamp.by(caller))
                .flatMap(result -> answer(result, wording));
    }

    private Mono<ResponseEntity<?>> answer(Result result, Wording wording) {
        return switch (result) {
            case Result.Active active ->
                confirmations
                        .after(active.workflow(), wording)
                        .map(confirmation -> ResponseEntity.ok(ActivationAnswer.of(active, confirmation)));
            case Result.NotValid(var problems) ->
                Mono.just(ResponseEntity.unprocessableContent()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(NotValidBody.of(problems)));
            case Result.StaleDraft(var now) ->
                Mono.just(Stale.draft(now, NOTHING).answer());
            case Result.StaleTriggers(var now) ->
                Mono.just(Stale.triggers(now, NOTHING).answer());
        };
    }

    @Needs(Right.WORKFLOW_PAUSE)
    @PostMapping("/pause")
    @Operation(summary = "Start nobody any more; people inside go on, or hold before their next block")
    Mono<WorkflowAnswer> pause(
            @AuthenticationPrincipal Caller caller,
            @PathVariable WorkflowId id,
            @RequestBody(required = false) @Nullable PauseForm form,
            Wording wording) {
        return lifecycle
                .pause(caller.workspace(), id, inside(form), stamp.by(caller))
                .flatMap(found -> answers.of(found, wording));
    }

    @Needs(Right.WORKFLOW_PAUSE)
    @PostMapping("/resume")
    @Operation(summary = "Start again; makes no new version")
    Mono<WorkflowAnswer> resume(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, Wording wording) {
        return lifecycle.resume(caller.workspace(), id, stamp.by(caller)).flatMap(found -> answers.of(found, wording));
    }

    private static Inside inside(@Nullable PauseForm form) {
        var inside = form == null ? null : form.inside();
        return inside == null ? Inside.GO_ON : Keyed.read(Inside.class, "inside", inside);
    }
}
