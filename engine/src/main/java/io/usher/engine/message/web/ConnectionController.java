package io.usher.engine.message.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.message.Connections;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.web.Changes.Seen;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.platform.web.MergePatch;
import java.net.URI;
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
@RequestMapping(ConnectionController.PATH)
@Tag(name = "Settings")
class ConnectionController {

    static final String PATH = "/api/v1/settings/mail/connections";

    private final Connections connections;

    ConnectionController(Connections connections) {
        this.connections = connections;
    }

    @Schema(name = "Connections")
    record ConnectionsAnswer(List<ConnectionAnswer> items) {}

    @Schema(name = "ConnectionTest")
    record TestAnswer(
            @Schema(description = "Whether the other side lets us in")
            boolean well,

            @Schema(description = "What it said") String words) {}

    @Needs(Right.CONNECTION_READ)
    @GetMapping
    @Operation(
            summary = "The ways out of the workspace, the environment's first, then in the order they were made",
            description = "A message takes the connection of the sender that it names, else of the sender that was made"
                    + " first, else the one that was made first. Secrets are never answered.")
    Mono<ConnectionsAnswer> list(@AuthenticationPrincipal Caller caller) {
        return connections
                .all(caller.workspace())
                .map(all -> new ConnectionsAnswer(
                        all.stream().map(ConnectionAnswer::of).toList()));
    }

    @Needs(Right.CONNECTION_READ)
    @GetMapping("/{id}")
    @Operation(summary = "One connection, with its ETag")
    Mono<ResponseEntity<ConnectionAnswer>> one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return connections.find(caller.workspace(), id).map(ConnectionController::answer);
    }

    @Needs(Right.CONNECTION_EDIT)
    @PostMapping
    @Operation(
            summary = "Make a connection",
            description =
                    "Fields: kind, name, settings, secrets (written, never read), enabled (true), catcher (false).")
    Mono<ResponseEntity<ConnectionAnswer>> create(
            @AuthenticationPrincipal Caller caller, @RequestBody Map<String, @Nullable Object> body) {
        return Mono.fromCallable(() -> ConnectionForm.made(body, caller.workspace()))
                .flatMap(read -> connections.create(read.draft(), read.given(), caller.named()))
                .map(made -> ResponseEntity.created(URI.create(PATH + "/" + made.id()))
                        .eTag(made.tag())
                        .body(ConnectionAnswer.of(made)));
    }

    @Needs(Right.CONNECTION_EDIT)
    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change a connection (merge patch); needs If-Match (428), refused when another is there (412)",
            description =
                    "Fields: name, settings, secrets, enabled, catcher. What is not named stays, also inside"
                            + " settings and secrets; null takes one away. Where a setting changes that says to whom secrets are"
                            + " told (smtp: all of them), the secrets that stay are entered anew (400). Other instances go on as before for ten seconds.")
    Mono<ResponseEntity<?>> change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Map<String, @Nullable Object> body) {
        var expected = EntityTags.expected(ifMatch, "connection");
        return Changes.on(
                expected,
                () -> connections.find(caller.workspace(), id),
                ConnectionController::seen,
                now -> change(caller, now, body));
    }

    private Mono<ResponseEntity<?>> change(Caller caller, MessageConnection now, Map<String, @Nullable Object> body) {
        var read = ConnectionForm.changed(body, now);
        return connections
                .change(now, read.draft(), read.secrets(), caller.named())
                .map(ConnectionController::answer);
    }

    @Needs(Right.CONNECTION_EDIT)
    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a connection that has no senders (409); needs If-Match")
    Mono<ResponseEntity<?>> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return Changes.on(
                EntityTags.expected(ifMatch, "connection"),
                () -> connections.find(caller.workspace(), id),
                ConnectionController::seen,
                now -> connections
                        .delete(now, caller.named())
                        .filter(Boolean::booleanValue)
                        .map(gone -> ResponseEntity.noContent().build()));
    }

    @Needs(Right.CONNECTION_EDIT)
    @PostMapping("/{id}/test")
    @Operation(
            summary = "Ask the other side to let us in, and say what it answered",
            description = "No message is sent. The answer is kept with the connection.")
    Mono<TestAnswer> test(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return connections.test(caller.workspace(), id).map(answer -> new TestAnswer(answer.well(), answer.words()));
    }

    private static Seen seen(MessageConnection connection) {
        return new Seen("connection", connection.tag(), connection.changed());
    }

    private static ResponseEntity<ConnectionAnswer> answer(MessageConnection connection) {
        return ResponseEntity.ok().eTag(connection.tag()).body(ConnectionAnswer.of(connection));
    }
}
