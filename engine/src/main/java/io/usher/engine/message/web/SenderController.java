package io.usher.engine.message.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.message.Connections;
import io.usher.engine.message.Connections.SenderDraft;
import io.usher.engine.message.MessageSender;
import io.usher.engine.message.web.Changes.Seen;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(SenderController.PATH)
@Tag(name = "Settings")
class SenderController {

    static final String PATH = "/api/v1/settings/mail/senders";

    private static final List<String> FIELDS = List.of("connection", "address", "name");
    private static final int LONGEST = 320;
    private static final int LONGEST_NAME = 100;

    private final Connections connections;

    SenderController(Connections connections) {
        this.connections = connections;
    }

    @Schema(name = "Senders")
    record SendersAnswer(List<SenderAnswer> items) {}

    @Schema(name = "Sender")
    record SenderAnswer(
            String id,

            @Schema(description = "The id of the connection that its messages take")
            String connection,

            String address,
            @Nullable String name,
            Instant changedAt,
            String changedBy) {

        static SenderAnswer of(MessageSender sender) {
            return new SenderAnswer(
                    sender.id(),
                    sender.connection(),
                    sender.address(),
                    sender.name(),
                    sender.changed().at(),
                    sender.changed().by().name());
        }
    }

    @Needs(Right.CONNECTION_READ)
    @GetMapping
    @Operation(
            summary = "Where messages come from, in the order they were made",
            description = "The first one is that of messages that name none; without any it is USHER_MAIL_FROM.")
    Mono<SendersAnswer> list(@AuthenticationPrincipal Caller caller) {
        return connections
                .senders(caller.workspace())
                .map(all -> new SendersAnswer(all.stream().map(SenderAnswer::of).toList()));
    }

    @Needs(Right.CONNECTION_READ)
    @GetMapping("/{id}")
    @Operation(summary = "One sender, with its ETag")
    Mono<ResponseEntity<SenderAnswer>> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return connections.sender(caller.workspace(), id).map(SenderController::answer);
    }

    @Needs(Right.CONNECTION_EDIT)
    @PostMapping
    @Operation(summary = "Make a sender", description = "Fields: connection, address, name (may be left out).")
    Mono<ResponseEntity<SenderAnswer>> create(
            @AuthenticationPrincipal Caller caller, @RequestBody Map<String, @Nullable Object> body) {
        return Mono.fromCallable(() -> draft(body, caller.workspace(), null))
                .flatMap(draft -> connections.createSender(draft, caller.named()))
                .map(made -> ResponseEntity.created(URI.create(PATH + "/" + made.id()))
                        .eTag(made.tag())
                        .body(SenderAnswer.of(made)));
    }

    @Needs(Right.CONNECTION_EDIT)
    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change a sender (merge patch); needs If-Match (428), refused when another is there (412)",
            description = "Fields: connection, address, name (null takes it away). What is not named stays.")
    Mono<ResponseEntity<?>> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> body) {
        return Changes.on(
                EntityTags.expected(ifMatch, "sender"),
                () -> connections.sender(caller.workspace(), id),
                SenderController::seen,
                now -> connections
                        .changeSender(now, draft(body, caller.workspace(), now), caller.named())
                        .map(SenderController::answer));
    }

    @Needs(Right.CONNECTION_EDIT)
    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a sender; needs If-Match")
    Mono<ResponseEntity<?>> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Changes.on(
                EntityTags.expected(ifMatch, "sender"),
                () -> connections.sender(caller.workspace(), id),
                SenderController::seen,
                now -> connections
                        .deleteSender(now, caller.named())
                        .filter(Boolean::booleanValue)
                        .map(gone -> ResponseEntity.noContent().build()));
    }

    private static SenderDraft draft(
            Map<String, @Nullable Object> body, WorkspaceId workspace, @Nullable MessageSender now) {
        var checks = new FieldChecks();
        var patch = MergePatch.of(body, FIELDS, checks);
        var connection =
                checks.text("connection", patch.text("connection", now == null ? null : now.connection()), LONGEST);
        var address = checks.text("address", patch.text("address", now == null ? null : now.address()), LONGEST);
        var name = patch.text("name", now == null ? null : now.name());
        if (name != null && !name.isBlank()) {
            name = checks.text("name", VisibleText.clean(name), LONGEST_NAME);
            checks.check(!VisibleText.hasControls(name), "name", "characters", "name must not have control characters");
        } else {
            name = null;
        }
        checks.orThrow();
        return new SenderDraft(workspace, connection, address.strip(), name);
    }

    private static Seen seen(MessageSender sender) {
        return new Seen("sender", sender.tag(), sender.changed());
    }

    private static ResponseEntity<SenderAnswer> answer(MessageSender sender) {
        return ResponseEntity.ok().eTag(sender.tag()).body(SenderAnswer.of(sender));
    }
}
