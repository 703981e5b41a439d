package io.usher.engine.event.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.event.EventType;
import io.usher.engine.event.EventTypeUse.Use;
import io.usher.engine.event.internal.EventKeys;
import io.usher.engine.event.internal.EventTypeRegistry;
import io.usher.engine.event.internal.EventTypeRegistry.Used;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.platform.web.MergedForms;
import io.usher.engine.platform.web.StaleBody;
import io.usher.engine.shared.Edited;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
@RequestMapping("/api/v1/event-types")
@Tag(name = "Event types")
class EventTypeController {

    private final EventTypeRegistry registry;

    private final MergedForms forms;

    EventTypeController(EventTypeRegistry registry, MergedForms forms) {
        this.registry = registry;
        this.forms = forms;
    }

    record ParamAnswer(
            String name,
            boolean required,

            @Schema(
                    description =
                            "What its values are meant as; a time may be sent as seconds or milliseconds since 1970",
                    allowableValues = {"text", "number", "time", "flag", "list"})
            @Nullable
            String type) {

        static ParamAnswer of(EventType.DeclaredParam param) {
            return new ParamAnswer(
                    param.name(),
                    param.required(),
                    param.type() == null ? null : param.type().key());
        }
    }

    record UseAnswer(String workflowId, String name, String status, boolean start, boolean stop) {

        static UseAnswer of(Use use) {
            return new UseAnswer(use.workflow().value(), use.name(), use.status(), use.start(), use.stop());
        }
    }

    record TypeAnswer(
            String key,
            String name,
            String category,
            @Nullable String keyParam,
            List<ParamAnswer> params,
            Instant createdAt,
            @Nullable Instant lastSeenAt,

            @Schema(description = "Events that happened in the last 24 hours, counted by the hour")
            long last24Hours,

            @Schema(description = "Events that happened in the last 30 days, counted by the hour")
            long last30Days,

            @Schema(
                    description =
                            "A type that was there before with a key that looks the same or nearly so, until this one is saved")
            @Nullable
            String lookalikeOf,

            List<UseAnswer> workflows,

            @Schema(
                    description =
                            "As If-Match takes it, with its quotes: says what can be changed, not what is counted")
            String etag) {

        static TypeAnswer of(Used used) {
            EventType type = used.type();
            var other = type.lookalikeOf();
            return new TypeAnswer(
                    type.key().value(),
                    type.name(),
                    type.category().key(),
                    type.keyParam(),
                    type.params().stream().map(ParamAnswer::of).toList(),
                    type.createdAt(),
                    type.lastSeenAt(),
                    used.counts().day(),
                    used.counts().month(),
                    other == null ? null : other.value(),
                    used.uses().stream().map(UseAnswer::of).toList(),
                    '"' + type.tag() + '"');
        }
    }

    @Needs(Right.EVENT_TYPE_READ)
    @GetMapping
    @Operation(summary = "Event types by key; search finds a part of key or name")
    Mono<Page<TypeAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return registry.list(caller.workspace(), search, PageRequest.of(cursor, limit))
                .map(page -> page.map(TypeAnswer::of));
    }

    @Needs(Right.EVENT_TYPE_EDIT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register an event type; its key cannot be changed later")
    Mono<TypeAnswer> create(@AuthenticationPrincipal Caller caller, @RequestBody EventTypeRequest request) {
        return registry.create(request.forCreate(caller.workspace()), caller.actor())
                .map(TypeAnswer::of);
    }

    @Needs(Right.EVENT_TYPE_READ)
    @GetMapping("/{key}")
    @Operation(summary = "One event type, with its ETag")
    Mono<ResponseEntity<TypeAnswer>> find(@AuthenticationPrincipal Caller caller, @PathVariable String key) {
        return registry.find(caller.workspace(), key(key)).map(EventTypeController::answer);
    }

    @Needs(Right.EVENT_TYPE_EDIT)
    @PutMapping("/{key}")
    @Operation(
            summary = "Replace name, category, key param and declared params",
            description = "With If-Match only what was looked at is replaced (412); without it whatever is there.")
    Mono<ResponseEntity<?>> update(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EventTypeRequest request) {
        var form = request.forUpdate(caller.workspace(), key(key));
        return change(caller, key, EntityTags.optional(ifMatch), now -> now.with(form));
    }

    @Needs(Right.EVENT_TYPE_EDIT)
    @PatchMapping(
            path = "/{key}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary =
                    "Change some of it (merge patch); needs If-Match (428), refused when another state is there (412)",
            description =
                    "Fields: name, category, keyParam, params (a list is replaced whole). What is not named stays, null "
                            + "takes it away.")
    Mono<ResponseEntity<?>> patch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody Map<String, @Nullable Object> body) {
        return change(
                caller,
                key,
                EntityTags.expected(ifMatch, "event type"),
                now -> now.with(forms.merged(EventTypeRequest.of(now), body, EventTypeRequest.class)
                        .forUpdate(now.workspace(), now.key())));
    }

    private Mono<ResponseEntity<?>> change(
            Caller caller, String key, Expected expected, UnaryOperator<EventType> change) {
        return registry.change(caller.workspace(), key(key), expected, change, caller.actor())
                .<ResponseEntity<?>>map(edited -> switch (edited) {
                    case Edited.Saved<Used>(var now) -> answer(now);
                    case Edited.Stale<Used>(var now) ->
                        StaleBody.of("event type", now.type().tag(), "Nothing was saved.")
                                .answer();
                });
    }

    private static ResponseEntity<TypeAnswer> answer(Used used) {
        return ResponseEntity.ok().eTag(used.type().tag()).body(TypeAnswer.of(used));
    }

    @Needs(Right.EVENT_TYPE_EDIT)
    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an event type; 409 while a workflow uses it")
    Mono<Void> delete(@AuthenticationPrincipal Caller caller, @PathVariable String key) {
        return registry.delete(caller.workspace(), key(key), caller.actor());
    }

    private static EventTypeKey key(String text) {
        return EventKeys.namedType("key", text);
    }
}
