package io.usher.designer.engine;

import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.EngineException.SignedOut;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.EngineException.TooManyTries;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/** The one place that turns an answer of the engine that is not a success into an {@link EngineException}. */
final class Failures {

    private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);
    private static final Duration UNSAID_DELAY = Duration.ofSeconds(5);

    private Failures() {}

    static EngineException of(ConvertibleClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        var problem = problem(response, status);
        if (NOBODY_THERE.contains(status) && !problem.code().equals(Problem.TOOK_TOO_LONG)) {
            return new Away("The engine is not ready (HTTP " + status + ")", null);
        }
        return switch (status) {
            case 401 -> new SignedOut(problem);
            case 412 -> new Stale(Tagged.etag(response).orElse(""), problem.text());
            case 429 -> new TooManyTries(problem, retryAfter(response));
            default -> new Refused(problem);
        };
    }

    private static Problem problem(ConvertibleClientHttpResponse response, int status) {
        var nothing = new Problem.Wire(null, null, null, null);
        try {
            var said = response.bodyTo(Problem.Wire.class);
            return (said == null ? nothing : said).problem(status);
        } catch (RestClientException e) {
            return nothing.problem(status);
        }
    }

    private static Duration retryAfter(ConvertibleClientHttpResponse response) {
        var seconds = response.getHeaders().getFirst("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : UNSAID_DELAY;
    }
}
