package io.usher.designer.engine;

import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.EngineException.SignedOut;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.EngineException.TooManyTries;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one place that turns an answer of the engine that is not a success into an {@link EngineException}. */
final class Failures {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NOT_WELL = 503;
    private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);
    private static final Duration UNSAID_DELAY = Duration.ofSeconds(5);

    private Failures() {}

    /** An engine that is not well says so with 503 and its health: that is what it was asked for. */
    static boolean isHealth(HttpRequest request, ClientHttpResponse response) throws IOException {
        return request.getURI().getPath().contains(HealthClient.PATH)
                && response.getStatusCode().value() == NOT_WELL;
    }

    static EngineException of(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        var problem = problem(response, status);
        if (NOBODY_THERE.contains(status) && !problem.code().equals(Problem.TOOK_TOO_LONG)) {
            return new Away("The engine is not ready (HTTP " + status + ")", null);
        }
        return switch (status) {
            case 401 -> new SignedOut(problem);
            case 412 -> new Stale(Tagged.etag(response.getHeaders()).orElse(""), problem.text());
            case 429 -> new TooManyTries(problem, retryAfter(response));
            default -> new Refused(problem);
        };
    }

    private static Problem problem(ClientHttpResponse response, int status) throws IOException {
        var nothing = new Problem.Wire(null, null, null, null);
        try {
            var said = JSON.readValue(response.getBody().readAllBytes(), Problem.Wire.class);
            return (said == null ? nothing : said).problem(status);
        } catch (JacksonException e) {
            return nothing.problem(status);
        }
    }

    private static Duration retryAfter(ClientHttpResponse response) {
        var seconds = response.getHeaders().getFirst("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : UNSAID_DELAY;
    }
}
