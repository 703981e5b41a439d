package io.usher.engine.account.web;

import org.springframework.security.web.server.header.ServerHttpHeadersWriter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a browser may do with an answer: nothing, except with the pages that describe the API. */
final class AnswerPolicy implements ServerHttpHeadersWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String DESCRIPTION =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    @Override
    public Mono<Void> writeHttpHeaders(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        boolean description = path.startsWith("/swagger-ui") || path.startsWith("/webjars/");
        exchange.getResponse().getHeaders().set(HEADER, description ? DESCRIPTION : NOTHING);
        return Mono.empty();
    }
}
