package io.usher.engine.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import io.usher.engine.EngineApplication;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.Gate;
import io.usher.engine.testing.TestServers;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

class AbsentServersIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void shouldWaitForServersSayWhatItWaitsForAndGoOnWhenTheyCome() {
        var store = new ConnectionString(TestServers.mongodbUri()).getHosts().getFirst();
        try (var mongo = new Gate(store);
                var zeebe = new Gate(TestServers.zeebeAddress())) {
            // given: neither server answers
            var properties = new HashMap<>(TestServers.properties());
            properties.put(
                    "usher.platform.mongodb-uri",
                    TestServers.mongodbUri()
                            .replace(store, mongo.address())
                            .replace(TestServers.database(), TestServers.database() + "_gate"));
            properties.put("usher.platform.zeebe-address", zeebe.address());
            properties.put("server.port", "0");
            var arguments = properties.entrySet().stream()
                    .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                    .toArray(String[]::new);
            try (var engine = new SpringApplicationBuilder(EngineApplication.class).run(arguments)) {
                var api = new Api(
                        "http://127.0.0.1:" + engine.getEnvironment().getProperty("local.server.port"), "nobody");

                // then: health says so, calls are refused for now, what needs no server works
                var waiting = health(api, 503);
                assertThat(waiting.at("/startup/details/waitingFor").asString())
                        .as("health %s", waiting)
                        .startsWith("MongoDB");
                assertThat(waiting.at("/mongo/status").asString()).isEqualTo("DOWN");
                assertThat(waiting.at("/mongo/details/address").asString()).isEqualTo(mongo.address());
                assertThat(waiting.at("/mongo/details/since").asString()).endsWith("Z");
                assertThat(waiting.at("/zeebe/details/waitingFor").asString()).contains(zeebe.address());
                var refused = api.send("GET", "/me", null).expect(503);
                assertThat(refused.body().path("detail").asString()).contains("waits for MongoDB");
                assertThat(refused.header("Retry-After")).isEqualTo("2");
                api.send("GET", "/actuator/health/readiness", null).expect(503);
                api.send("GET", "/actuator/health/liveness", null).expect(200);
                api.send("GET", "/v3/api-docs", null).expect(200);

                // when: the store comes
                mongo.open();

                // then: calls are served, although the broker is still away
                await().atMost(LIMIT)
                        .untilAsserted(() -> api.send("GET", "/actuator/health/readiness", null)
                                .expect(200));
                api.send("GET", "/me", null).expect(401);
                assertThat(health(api, 503).at("/zeebe/status").asString()).isEqualTo("DOWN");

                // when: the broker comes
                zeebe.open();

                // then
                await().atMost(LIMIT).untilAsserted(() -> health(api, 200));

                // when: the store goes again
                mongo.shut();

                // then: that is a 503, never a 500
                api.send("GET", "/me", null).expect(503);
                await().atMost(LIMIT)
                        .untilAsserted(() -> api.send("GET", "/actuator/health/readiness", null)
                                .expect(503));
                api.send("GET", "/actuator/health/liveness", null).expect(200);
            }
        }
    }

    private static JsonNode health(Api api, int status) {
        return api.send("GET", "/actuator/health", null).expect(status).body().path("components");
    }
}
