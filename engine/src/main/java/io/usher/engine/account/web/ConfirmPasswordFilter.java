package io.usher.engine.account.web;

import io.usher.engine.shared.Problems;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What could do lasting harm from a desk that somebody left asks a person for the password again. */
final class ConfirmPasswordFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return AccessRules.confirmed()
                .matches(exchange)
                .filter(match -> match.isMatch())
                .flatMap(match -> ReactiveSecurityContextHolder.getContext())
                .map(context ->
                        context.getAuthentication() instanceof CallerAuthentication caller && !caller.confirmed())
                .defaultIfEmpty(false)
                .flatMap(refused -> refused ? Mono.error(confirm()) : chain.filter(exchange));
    }

    private static Throwable confirm() {
        return Problems.forbidden(
                "confirm-password",
                "This needs the password again: POST /api/v1/me/confirm, then send the request once more");
    }
}
