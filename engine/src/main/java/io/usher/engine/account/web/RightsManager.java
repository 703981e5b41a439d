package io.usher.engine.account.web;

import io.usher.engine.account.Caller;
import io.usher.engine.account.Right;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Lets a caller through who has the right that the handler needs. Where there is no handler, who may know that is told so. */
final class RightsManager implements ReactiveAuthorizationManager<AuthorizationContext> {

    private static final AuthorizationResult DENIED = new AuthorizationDecision(false);
    private static final AuthorizationResult GRANTED = new AuthorizationDecision(true);

    private final RouteRights rights;

    RightsManager(RouteRights rights) {
        this.rights = rights;
    }

    /** For a call whose handler is not ours. */
    static ReactiveAuthorizationManager<AuthorizationContext> needs(Right right) {
        return (authentication, context) -> authentication
                .ofType(CallerAuthentication.class)
                .flatMap(caller -> decide(caller.getPrincipal(), right))
                .defaultIfEmpty(DENIED);
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        return authentication
                .ofType(CallerAuthentication.class)
                .map(CallerAuthentication::getPrincipal)
                .flatMap(caller -> rights.of(context.getExchange())
                        .flatMap(right -> decide(caller, right))
                        .switchIfEmpty(nothingThere(caller, context)))
                .defaultIfEmpty(DENIED);
    }

    /** Refuses by itself: the result of a refusal is lost on the way out of the chain. */
    private static Mono<AuthorizationResult> decide(Caller caller, Right right) {
        return caller.may(right)
                ? Mono.just(GRANTED)
                : Mono.error(() -> new AuthorizationDeniedException("Missing right", new MissingRight(right)));
    }

    private static Mono<AuthorizationResult> nothingThere(Caller caller, AuthorizationContext context) {
        return AccessRules.toldOfNothing(caller, context.getExchange()).map(told -> told ? GRANTED : DENIED);
    }
}
