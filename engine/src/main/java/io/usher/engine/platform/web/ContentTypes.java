package io.usher.engine.platform.web;

import io.usher.engine.shared.Problem;
import io.usher.engine.shared.ProblemException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses writes whose body is anything but JSON, NDJSON or XML. A form of another site can send none of these without
 * being asked first by the browser.
 */
@Component
@Order(0)
class ContentTypes implements WebFilter {

    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final List<MediaType> ACCEPTED = List.of(
            MediaType.APPLICATION_JSON,
            MediaType.parseMediaType("application/*+json"),
            MediaType.APPLICATION_NDJSON,
            MediaType.APPLICATION_XML,
            MediaType.TEXT_XML);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!WRITES.contains(request.getMethod()) || !hasBody(request)) {
            return chain.filter(exchange);
        }
        var type = contentType(request);
        if (type == null || ACCEPTED.stream().noneMatch(accepted -> accepted.includes(type))) {
            return Mono.error(new ProblemException(unsupported(type)));
        }
        return chain.filter(exchange);
    }

    static Problem unsupported(@Nullable MediaType type) {
        var found = type == null ? "has none" : "is " + type.getType() + "/" + type.getSubtype();
        return new Problem(
                "unsupported-media-type",
                "Unsupported media type",
                415,
                "The content type " + found + "; this call takes JSON, NDJSON or XML, as its description says",
                List.of());
    }

    private static boolean hasBody(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return headers.getContentLength() > 0 || headers.containsHeader("Transfer-Encoding");
    }

    private static @Nullable MediaType contentType(ServerHttpRequest request) {
        try {
            return request.getHeaders().getContentType();
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }
}
