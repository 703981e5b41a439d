package io.usher.engine.account.web;

import io.usher.engine.platform.web.RateLimit;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts the requests of each key and person, so that one of them leaves room for the others. */
final class CallerRate implements WebFilter {

    private final RateLimit limit;

    CallerRate(RateLimit limit) {
        this.limit = limit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .map(context -> context.getAuthentication() instanceof CallerAuthentication known
                        ? known.getPrincipal().workspace() + ":"
                                + known.getPrincipal().id()
                        : "")
                .defaultIfEmpty("")
                .flatMap(caller -> {
                    if (!caller.isEmpty()) {
                        limit.count(caller);
                    }
                    return chain.filter(exchange);
                });
    }
}
