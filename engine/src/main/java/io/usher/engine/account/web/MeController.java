package io.usher.engine.account.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.account.internal.OwnPassword;
import io.usher.engine.account.internal.OwnProfile;
import io.usher.engine.account.internal.Profile;
import io.usher.engine.platform.web.EntityTags;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.platform.web.StaleBody;
import io.usher.engine.shared.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Account")
class MeController {

    private static final int MAX_LENGTH = 200;

    private final Workspaces workspaces;
    private final OwnPassword password;
    private final OwnProfile profile;
    private final Clients clients;

    MeController(Workspaces workspaces, OwnPassword password, OwnProfile profile, Clients clients) {
        this.workspaces = workspaces;
        this.password = password;
        this.profile = profile;
        this.clients = clients;
    }

    record OwnWorkspace(String id, String name, String zone) {}

    /** {@code name} is what a person signs in with, or a key's name; the next two are a person's own, null until said. */
    record Me(
            String name,
            @Nullable String fullName,
            @Nullable String email,
            OwnWorkspace workspace,
            boolean mustChangePassword,
            List<String> scopes,
            List<String> rights) {}

    record NewPassword(
            @Nullable String current,
            @JsonProperty("new") @Nullable String next,
            Clients.@Nullable Said client) {}

    record OldPassword(@Nullable String password, Clients.@Nullable Said client) {}

    @Needs(Right.ME_READ)
    @GetMapping
    @Operation(summary = "Who am I, and what may I do? The ETag is that of the own name and e-mail address")
    Mono<ResponseEntity<Me>> me(@Parameter(hidden = true) CallerAuthentication authentication) {
        return profile.of(authentication.getPrincipal()).flatMap(own -> answer(authentication, own));
    }

    @Needs(Right.ME_EDIT)
    @PatchMapping(consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change the own full name and e-mail address; needs If-Match (428), 412 when another is there",
            description = "A JSON merge patch of fullName and email: what is left out stays, null takes it away.")
    Mono<ResponseEntity<?>> change(
            @Parameter(hidden = true) CallerAuthentication authentication,
            @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, required = true)
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @RequestBody Map<String, @Nullable Object> body) {
        var expected = EntityTags.expected(ifMatch, "account");
        var patch = new ProfilePatch(body);
        patch.check();
        return profile.change(authentication.getPrincipal(), expected, patch::apply)
                .<ResponseEntity<?>>flatMap(own -> answer(authentication, own))
                .onErrorResume(OwnProfile.Stale.class, stale -> Mono.just(stale(stale.now())));
    }

    private static ResponseEntity<?> stale(Profile now) {
        return StaleBody.of("account", now.tag(), "Nothing was saved.").answer();
    }

    private Mono<ResponseEntity<Me>> answer(CallerAuthentication authentication, Profile own) {
        var caller = authentication.getPrincipal();
        return workspaces
                .find(caller.workspace())
                .switchIfEmpty(Mono.error(
                        () -> Problems.notFound("workspace", caller.workspace().value())))
                .map(workspace -> me(caller, own, workspace, authentication.mustChangePassword()))
                .map(me -> ResponseEntity.ok().eTag(own.tag()).body(me));
    }

    @Needs(Right.ME_EDIT)
    @PutMapping("/password")
    @Operation(
            summary = "Change the own password; all other sessions end",
            description = "A password has 12 to 200 characters, whichever; refused is the old one, and what is made of "
                    + "few common words or names, the user's name, rows of keys or repeats.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> changePassword(
            @AuthenticationPrincipal Caller caller, @RequestBody NewPassword request, ServerHttpRequest http) {
        var checks = new FieldChecks();
        var current = checks.text("current", request.current(), MAX_LENGTH);
        var next = checks.text("new", request.next(), MAX_LENGTH);
        checks.orThrow();
        return password.change(
                caller, current, next, clients.of(http, request.client()).address());
    }

    @Needs(Right.ME_EDIT)
    @PostMapping("/confirm")
    @Operation(
            summary = "Type the own password again",
            description = "For 30 minutes, calls that answered 403 confirm-password are then possible: users, keys, "
                    + "secrets, export and erasure.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> confirm(
            @AuthenticationPrincipal Caller caller, @RequestBody OldPassword request, ServerHttpRequest http) {
        var checks = new FieldChecks();
        var typed = checks.text("password", request.password(), MAX_LENGTH);
        checks.orThrow();
        return password.confirm(
                caller, typed, clients.of(http, request.client()).address());
    }

    private static Me me(Caller caller, Profile own, Workspace workspace, boolean mustChangePassword) {
        return new Me(
                caller.name(),
                own.fullName(),
                own.email(),
                new OwnWorkspace(
                        workspace.id().value(),
                        workspace.name(),
                        workspace.zone().getId()),
                mustChangePassword,
                ScopeNames.of(caller.scopes()),
                caller.rights().stream().map(Right::key).sorted().toList());
    }
}
