package io.usher.engine.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
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
    void shouldShowEachServerToWhoMayRead() {
        var health = up(workspaces.create().reading(), "/actuator/health");
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("components").propertyNames())
                .contains("mongo", "zeebe", "startup", "loops")
                .doesNotContain("diskSpace", "ping", "ssl");
        assertThat(health.at("/components/zeebe/details/address").asString()).isEqualTo(TestServers.zeebeAddress());
    }

    @Test
    void shouldShowTheLastRoundOfEachLoop() {
        var loops = up(workspaces.create().reading(), "/actuator/health").at("/components/loops/details");
        assertThat(loops.propertyNames())
                .contains("dispatch", "lanes", "journeys-start", "delivery", "delivery-sweeper");
        assertThat(loops.at("/dispatch/state").asString()).isEqualTo("goes round");
        assertThat(loops.at("/dispatch/lastRound").asString()).endsWith("Z");
        assertThat(loops.at("/dispatch/tookMillis").isNumber()).isTrue();
    }

    @Test
    void shouldNotShowCredentialsOfTheStore() {
        assertThat(workspaces
                        .create()
                        .reading()
                        .send("GET", "/actuator/health", null)
                        .text())
                .contains("address")
                .doesNotContain("mongodb://", "@");
    }

    @Test
    void shouldTellAnybodyElseOnlyTheStatus() {
        var unknown = new Api(workspaces.baseUrl(), "usher_aaaaaaaaaaaa_" + "a".repeat(43));
        for (var caller : List.of(workspaces.anonymous(), workspaces.create().sending(), unknown)) {
            assertThat(up(caller, "/actuator/health").propertyNames()).containsOnly("status", "groups");
            for (var group : List.of("store", "broker", "start", "background", "readiness", "liveness")) {
                assertThat(up(caller, "/actuator/health/" + group).propertyNames())
                        .as("what %s says", group)
                        .containsOnly("status");
            }
            for (var part : List.of("mongo", "zeebe", "startup", "loops")) {
                caller.send("GET", "/actuator/health/" + part, null).expect(404);
            }
        }
    }

    @Test
    void shouldAnswerReadinessAndLiveness() {
        for (var group : List.of("readiness", "liveness")) {
            assertThat(up("/actuator/health/" + group).path("status").asString())
                    .isEqualTo("UP");
        }
    }

    private JsonNode up(String path) {
        return up(workspaces.anonymous(), path);
    }

    private static JsonNode up(Api caller, String path) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> caller.send("GET", path, null), answer -> answer.status() == 200)
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
