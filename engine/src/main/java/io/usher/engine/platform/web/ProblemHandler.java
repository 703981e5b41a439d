package io.usher.engine.platform.web;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The last stop of every failed request, in front of Spring Boot's own. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private final ProblemAnswers answers;

    ProblemHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return exchange.getResponse().isCommitted() ? Mono.error(failure) : answers.write(exchange, failure);
    }
}
