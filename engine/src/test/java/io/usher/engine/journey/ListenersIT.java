package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Only what somebody listens to is dispatched; the history says of the rest at once what became of it. */
@EngineIT
class ListenersIT {

    private static final String RESTING = Line.start().rest("Rest", 3, "days").exit();

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Mongo mongo;

    private TestWorkspace workspace;
    private Api api;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
        api = workspace.api();
    }

    @Test
    void shouldNeverQueueWhatNobodyListensTo() {
        // given: a workflow that listens to something else
        LiveWorkflow.activated(api, RESTING, LiveWorkflow.EACH_TIME, Map.of());

        // when
        var event = api.event(LiveWorkflow.body("seen", "one@example.com", Map.of()));
        var nobody = api.event(Map.of("eventTypeKey", "seen"));

        // then
        assertThat(stored(event)).doesNotContainKeys("due", "decisions");
        assertThat(api.get("/events/" + event).path("due").asBoolean()).isFalse();
        assertThat(summary(event)).isEqualTo("No workflow is linked");
        assertThat(stored(nobody)).doesNotContainKey("due");
        assertThat(summary(nobody)).isEqualTo("No contact");
    }

    @Test
    void shouldDecideAtOnceWhatStartsAndStopsNothing() {
        // given
        LiveWorkflow.activated(api, RESTING, LiveWorkflow.EACH_TIME, Map.of());

        // when
        var past = api.event(
                Map.of("eventTypeKey", "begin", "history", true, "params", Map.of("email", "one@example.com")));
        var nobody = api.event(Map.of("eventTypeKey", "end"));

        // then
        assertThat(stored(past)).doesNotContainKey("due");
        assertThat(decision(past).path("link").asString()).isEqualTo("start");
        assertThat(decision(past).path("outcome").asString()).isEqualTo("not-started");
        assertThat(decision(past).at("/reason/code").asString()).isEqualTo("history");
        assertThat(stored(nobody)).doesNotContainKey("due");
        assertThat(decision(nobody).path("link").asString()).isEqualTo("stop");
        assertThat(decision(nobody).path("outcome").asString()).isEqualTo("not-stopped");
        assertThat(decision(nobody).at("/reason/code").asString()).isEqualTo("no-contact");
    }

    @Test
    void shouldListenToStopsAndStartsOfAPausedWorkflow() {
        // given
        var workflow = LiveWorkflow.activated(api, RESTING, LiveWorkflow.EACH_TIME, Map.of());
        var journey = workflow.journeyOf("one@example.com");

        // when
        workflow.pause("go-on");

        // then
        assertThat(workflow.decided(workflow.begin("two@example.com"))).isEqualTo("not-started paused");
        assertThat(workflow.decided(workflow.end("one@example.com", Map.of()))).isEqualTo("stopped stopped");
        workflow.awaitState(journey, "stopped");
    }

    private JsonNode decision(String event) {
        var decisions = api.get("/events/" + event).path("decisions");
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    private String summary(String event) {
        return api.get("/events/" + event).path("summary").asString();
    }

    private Document stored(String event) {
        return Async.value(Mono.from(mongo.collection("events")
                .find(Filters.eq("_id", workspace.id().value() + ":" + event))
                .first()));
    }
}
