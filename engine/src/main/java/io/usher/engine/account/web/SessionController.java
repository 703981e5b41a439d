package io.usher.engine.account.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.account.internal.SignIns;
import io.usher.engine.account.internal.SignIns.SignedIn;
import io.usher.engine.platform.web.FieldChecks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Account")
class SessionController {

    private static final int MAX_LENGTH = 200;

    private final SignIns signIns;
    private final Clients clients;

    SessionController(SignIns signIns, Clients clients) {
        this.signIns = signIns;
        this.clients = clients;
    }

    /** {@code client} is believed of the designer alone. */
    record SignIn(@Nullable String user, @Nullable String password, Clients.@Nullable Said client) {}

    record UserName(String name) {}

    record WorkspaceName(String id, String name) {}

    /** {@code device} is for the browser's keeping; null when nobody there would keep it. */
    record SessionAnswer(
            String token, @Nullable String device, boolean mustChangePassword, UserName user, WorkspaceName workspace) {

        static SessionAnswer of(SignedIn signedIn) {
            var workspace = signedIn.workspace();
            return new SessionAnswer(
                    signedIn.token(),
                    signedIn.device(),
                    signedIn.mustChangePassword(),
                    new UserName(signedIn.userName()),
                    new WorkspaceName(workspace.id().value(), workspace.name()));
        }
    }

    @PostMapping
    @Operation(
            summary = "Sign in",
            description = "The session ends when it is not used for 12 hours, and 7 days after the sign-in. After five "
                    + "wrong tries the next is looked at later: 429 with Retry-After.")
    @SecurityRequirements
    Mono<SessionAnswer> begin(@RequestBody SignIn request, ServerHttpRequest http) {
        var checks = new FieldChecks();
        var user = checks.text("user", request.user(), MAX_LENGTH);
        var password = checks.text("password", request.password(), MAX_LENGTH);
        checks.orThrow();
        return signIns.signIn(user, password, clients.of(http, request.client()))
                .map(SessionAnswer::of);
    }

    @Needs(Right.ME_EDIT)
    @DeleteMapping("/current")
    @Operation(summary = "Sign out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> end(@AuthenticationPrincipal Caller caller, ServerHttpRequest http) {
        return signIns.signOut(caller, ClientAddress.of(http));
    }
}
