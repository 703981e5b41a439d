package io.usher.engine.platform.web;

import io.usher.engine.platform.start.Startup;
import io.usher.engine.shared.Problems;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Until the engine is ready, answers 503; what needs no database is let through. Every preparation needs MongoDB and nothing
 * else; where it is and why it does not answer is for the log and for those who may read health.
 */
@Component
@Order(-200)
class ReadyFilter implements WebFilter {

    private static final List<String> ALWAYS = List.of("/actuator/health", "/v3/api-docs", "/swagger-ui", "/webjars/");

    private final Startup startup;

    ReadyFilter(Startup startup) {
        this.startup = startup;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (startup.ready() || ALWAYS.stream().anyMatch(path::startsWith)) {
            return chain.filter(exchange);
        }
        return Mono.error(Problems.unavailable("The engine starts; it waits for MongoDB"));
    }
}
