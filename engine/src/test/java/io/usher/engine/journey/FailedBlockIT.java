package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A message that cannot be rendered from the data of the moment parks its journey; people retry, skip or stop it. */
@EngineIT
class FailedBlockIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String EMAIL = "eva@usher.example.com";

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;
    private LiveWorkflow workflow;
    private String journey;

    @BeforeEach
    void parkedJourney() {
        api = workspaces.create().api();
        api.post("/segments", Map.of("key", "reached", "name", "Reached"));
        var bpmn = Line.start()
                .mail("Price", "transactional", "{{ event.price | round: event.places }}", "<p>Price</p>")
                .add("After", "reached")
                .exit();
        workflow = LiveWorkflow.activated(api, bpmn, LiveWorkflow.EACH_TIME, null);
        journey = workflow.journeyOf(EMAIL, Map.of("price", 12.5, "places", 99));
        workflow.awaitState(journey, "failed");
    }

    @Test
    void shouldParkTheJourneyWithBlockFieldAndReason() {
        var failure = api.get("/journeys/" + journey).path("failure");

        assertThat(failure.path("block").asString()).isEqualTo("Price");
        assertThat(failure.path("code").asString()).isEqualTo("template");
        assertThat(failure.path("text").asString()).startsWith("Subject: ").contains("rounds to more than 20 places");
        assertThat(workflow.journeys("failed")).hasSize(1);
        assertThat(workflow.messages()).isEmpty();
        assertThat(api.items("/segments/reached/members")).isEmpty();
    }

    @Test
    void shouldFailAgainWhenRetriedSinceItsVersionAndEventNeverChange() {
        // given
        var since = api.get("/journeys/" + journey).path("failure").path("since");

        // when
        api.post("/journeys/" + journey + "/retry", null);

        // then
        var again = await().atMost(LIMIT)
                .until(
                        () -> api.get("/journeys/" + journey),
                        found -> found.path("state").asString().equals("failed")
                                && !found.path("failure").path("since").equals(since));
        assertThat(results(again)).containsExactly("Start done", "Price failed", "Price retried", "Price failed");
        assertThat(api.items("/segments/reached/members")).isEmpty();
    }

    @Test
    void shouldGoOnBehindTheBlockWhenItIsSkipped() {
        // when
        api.post("/journeys/" + journey + "/skip", null);

        // then
        var finished = workflow.awaitState(journey, "finished");
        assertThat(results(finished)).containsSubsequence("Price failed", "Price skipped", "After done");
        assertThat(finished.path("failure").isNull()).isTrue();
        assertThat(workflow.messages()).isEmpty();
        assertThat(api.items("/segments/reached/members")).hasSize(1);
        api.send("POST", "/journeys/" + journey + "/skip", null).expect(409);
        api.send("POST", "/journeys/" + journey + "/retry", null).expect(409);
    }

    private static List<String> results(JsonNode journey) {
        return journey.path("trail")
                .valueStream()
                .map(line -> line.path("block").asString() + " "
                        + line.path("result").asString())
                .toList();
    }
}
