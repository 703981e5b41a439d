package io.usher.engine.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestServers;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EngineIT
class HealthIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Test
    void shouldShowEachServerToAnybody() {
        var health = up("/actuator/health");
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("components").propertyNames())
                .contains("mongo", "zeebe", "startup")
                .doesNotContain("diskSpace", "ping", "ssl");
        assertThat(health.at("/components/zeebe/details/address").asString()).isEqualTo(TestServers.zeebeAddress());
    }

    @Test
    void shouldNotShowCredentialsOfTheStore() {
        assertThat(workspaces.anonymous().send("GET", "/actuator/health", null).text())
                .doesNotContain("mongodb://", "@");
    }

    @Test
    void shouldAnswerReadinessAndLiveness() {
        for (var group : List.of("readiness", "liveness")) {
            assertThat(up("/actuator/health/" + group).path("status").asString())
                    .isEqualTo("UP");
        }
    }

    private JsonNode up(String path) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> workspaces.anonymous().send("GET", path, null), answer -> answer.status() == 200)
                .body();
    }

    @Test
    void shouldExposeNothingElse() {
        var known = workspaces.create().api();
        for (var path : List.of("", "/info", "/env", "/metrics", "/beans", "/heapdump", "/shutdown", "/loggers")) {
            workspaces.anonymous().send("GET", "/actuator" + path, null).expect(401);
            known.send("GET", "/actuator" + path, null).expect(404);
        }
    }
}
