package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspace;
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

    private TestWorkspace workspace;
    private Api api;
    private LiveWorkflow workflow;
    private String journey;

    @BeforeEach
    void parkedJourney() {
        workspace = workspaces.create();
        api = workspace.api();
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
        awaitAudited("journey.retried Price");
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
        awaitAudited("journey.skipped Price");
    }

    @Test
    void shouldSayInTheAuditWhoStoppedIt() {
        api.post("/journeys/" + journey + "/stop", null);
        api.send("POST", "/journeys/" + journey + "/stop", null).expect(409);
        awaitAudited("journey.stopped Price");
    }

    private void awaitAudited(String... actions) {
        var person = workspaces.person(workspace);
        var query = "/audit?kind=journey&thing=" + journey;
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(person.items(query))
                        .extracting(entry -> entry.path("action").asString() + " "
                                + entry.path("arguments").path("block").asString())
                        .containsExactly(actions));
        assertThat(person.items(query).path(0).path("actor").path("kind").asString())
                .isEqualTo("key");
    }

    private static List<String> results(JsonNode journey) {
        return journey.path("trail")
                .valueStream()
                .map(line -> line.path("block").asString() + " "
                        + line.path("result").asString())
                .toList();
    }
}
