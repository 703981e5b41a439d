package io.usher.engine.event.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.platform.web.BodyLimit;
import io.usher.engine.platform.web.ProblemBody;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells who sends an event to the path of the history where events are taken. */
@RestController
@Hidden
class WrongPathController {

    private static final String EVENT = "Events are sent to POST /api/v1/event; this path is their history (GET)";
    private static final String BATCH =
            "Several events are sent to POST /api/v1/event/batch; this path is their history (GET)";
    private static final String OTHER = "POST is not possible here; events are sent to POST /api/v1/event";

    @Needs(Right.EVENT_SEND)
    @PostMapping("/api/v1/events")
    Mono<ResponseEntity<ProblemBody>> events(ServerHttpRequest request) {
        return BodyLimit.BATCH
                .read(request)
                .map(WrongPathController::hint)
                .map(detail -> new Problem("method-not-allowed", "Method not allowed", 405, detail, List.of()))
                .map(problem -> ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                        .allow(HttpMethod.GET)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemBody.of(problem, Ids.random())));
    }

    private static String hint(byte[] body) {
        return switch (value(body)) {
            case Map<?, ?> map when map.containsKey("eventTypeKey") -> EVENT;
            case Map<?, ?> map when map.get("events") instanceof List<?> -> BATCH;
            case List<?> list -> BATCH;
            case null, default -> OTHER;
        };
    }

    private static @Nullable Object value(byte[] body) {
        try {
            return JsonValues.read(body).value();
        } catch (ProblemException e) {
            return null;
        }
    }
}
