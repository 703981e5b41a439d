package io.usher.engine.platform.web;

import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problem;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem, or the problem behind a failure, as the answer of an exchange. */
@Component
public class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);
    private static final int REQUEST_ID_LENGTH = 12;
    private static final Set<String> HEADERS_KEPT = Set.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT);

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** Answers with the problem that stands for this failure; an unexpected one is logged and tells no details. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        var problem = ProblemMapping.problemOf(failure);
        var requestId = newRequestId();
        if (problem.status() == 500) {
            var request = exchange.getRequest();
            LOG.error("Request {} ({} {}) failed", requestId, request.getMethod(), request.getPath(), failure);
        }
        if (failure instanceof ErrorResponse response) {
            HEADERS_KEPT.forEach(name -> copy(response.getHeaders(), exchange, name));
        }
        return write(exchange, problem, requestId);
    }

    /** Answers with this problem. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        return write(exchange, problem, newRequestId());
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem, String requestId) {
        var response = exchange.getResponse();
        if (!response.setStatusCode(HttpStatusCode.valueOf(problem.status()))) {
            return Mono.error(new IllegalStateException("Answer " + requestId + " broke off after it began"));
        }
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.ETAG);
        var retryAfter = problem.status() == 503 ? TRY_AGAIN : problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, retryAfter.toSeconds())));
        }
        var bytes = json.writeValueAsBytes(ProblemBody.of(problem, requestId));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private static void copy(HttpHeaders from, ServerWebExchange to, String name) {
        var value = from.getFirst(name);
        if (value != null) {
            to.getResponse().getHeaders().set(name, String.join(", ", from.getOrEmpty(name)));
        }
    }

    private static String newRequestId() {
        return Ids.random().substring(0, REQUEST_ID_LENGTH);
    }
}
