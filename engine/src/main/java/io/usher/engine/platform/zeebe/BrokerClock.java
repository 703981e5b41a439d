package io.usher.engine.platform.zeebe;

import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.shared.Problems;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The broker's controlled clock, moved through its management port; nothing happens when no such port is configured. */
@Component
@ConditionalOnProperty("usher.platform.controlled-clock")
public class BrokerClock {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final @Nullable URI add;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    BrokerClock(PlatformProperties properties) {
        var management = properties.zeebeManagement();
        this.add = management == null || management.isBlank() ? null : uri(management);
    }

    /** Moves the broker's time forward by as much. */
    public Mono<Void> add(Duration step) {
        if (add == null) {
            return Mono.empty();
        }
        var request = HttpRequest.newBuilder(add)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"offsetMilli\":" + step.toMillis() + "}"))
                .build();
        return Mono.fromCompletionStage(() -> http.sendAsync(request, BodyHandlers.ofString()))
                .filter(BrokerClock::moved)
                .switchIfEmpty(Mono.error(() -> Problems.unavailable("The broker did not move its clock")))
                .then();
    }

    private static boolean moved(HttpResponse<String> answer) {
        return answer.statusCode() == 200;
    }

    private static URI uri(String management) {
        var base = management.contains("://") ? management : "http://" + management;
        return URI.create(base.replaceFirst("/+$", "") + "/actuator/clock/add");
    }
}
