package io.usher.engine.platform.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The first of all filters: counts requests by where they come from, before anything is looked up for them. */
@Component
@Order(-300)
class AddressRate implements WebFilter {

    private final RateLimit limit;

    AddressRate(WebProperties properties) {
        this.limit = new RateLimit(properties.perAddress());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(() -> {
            limit.count(address(exchange.getRequest()));
            return chain.filter(exchange);
        });
    }

    /** Proxy headers count only when {@code server.forward-headers-strategy} is set. */
    private static String address(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null ? "unknown" : Networks.of(remote.getAddress());
    }
}
