package io.usher.engine.account.web;

import io.usher.engine.shared.Problems;
import java.util.Set;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A person with a first password may only change it, ask who they are, and sign out. */
final class MustChangePasswordFilter implements WebFilter {

    private static final Set<String> ALLOWED =
            Set.of("PUT /api/v1/me/password", "GET /api/v1/me", "DELETE /api/v1/sessions/current");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .map(context -> context.getAuthentication() instanceof CallerAuthentication caller
                        && caller.mustChangePassword()
                        && !ALLOWED.contains(call(exchange)))
                .defaultIfEmpty(false)
                .flatMap(refused -> refused ? Mono.error(mustChange()) : chain.filter(exchange));
    }

    private static String call(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getMethod() + " " + request.getPath().value();
    }

    private static Throwable mustChange() {
        return Problems.forbidden(
                "must-change-password", "The first password must be changed: PUT /api/v1/me/password");
    }
}
