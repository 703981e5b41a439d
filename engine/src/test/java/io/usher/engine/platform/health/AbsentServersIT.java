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
                health(api, "", 503);
                health(api, "/store", 503);
                health(api, "/broker", 503);
                health(api, "/start", 503);
                var refused = api.send("GET", "/me", null).expect(503);
                assertThat(refused.body().path("detail").asString())
                        .contains("waits for MongoDB")
                        .doesNotContain("127.0.0.1");
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
                health(api, "/store", 200);
                health(api, "/broker", 503);

                // when: the broker comes
                zeebe.open();

                // then
                await().atMost(LIMIT).untilAsserted(() -> health(api, "", 200));

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

    /** With a credential that nobody can look up while the database is away: health answers all the same. */
    private static void health(Api api, String group, int status) {
        var body =
                api.send("GET", "/actuator/health" + group, null).expect(status).body();
        assertThat(body.path("status").asString())
                .isEqualTo(status == 200 ? "UP" : group.equals("/start") ? "OUT_OF_SERVICE" : "DOWN");
        assertThat(body.has("components") || body.has("details")).isFalse();
    }
}
