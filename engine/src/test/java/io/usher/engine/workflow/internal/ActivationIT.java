package io.usher.engine.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import io.usher.engine.workflow.Drawings;
import io.usher.engine.workflow.Workflows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@EngineIT
class ActivationIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Workflows workflows;

    @Autowired
    private VersionStore versions;

    @Autowired
    private Mongo mongo;

    @Autowired
    private ActivationSweeper sweeper;

    @Autowired
    private CrashPoints crash;

    @Autowired
    private Clock clock;

    private TestWorkspace workspace;
    private Api api;
    private String id;

    @BeforeEach
    void makeWorkflow() {
        workspace = workspaces.create();
        api = workspace.api();
        id = api.workflow("Waits");
        api.draft(id, Drawings.wait(1));
    }

    @AfterEach
    void clear() {
        crash.clear();
    }

    @Test
    void shouldKeepEachVersionAsItWasDrawn() {
        api.activate(id);
        api.draft(id, Drawings.wait(2));
        var second = api.activate(id);

        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(text("/versions/1/bpmn")).isEqualTo(Drawings.wait(1));
        assertThat(text("/versions/2/bpmn")).isEqualTo(Drawings.wait(2));
        assertThat(text("/versions/2/deployed")).contains("-" + id + "-2").doesNotContain("usher.settings");
        assertThat(api.items("/workflows/" + id + "/versions")).hasSize(2);
        var version = Async.value(workflows.version(new WorkflowId(id), 1));
        assertThat(version.graph().start()).isEqualTo("Start");
        assertThat(version.graph().node("Rest").settings().number("amount")).contains(1L);
    }

    @Test
    void shouldStoreOfWhichSchemaTheSettingsOfAVersionAre() {
        api.activate(id);
        var version = new WorkflowId(id);

        assertThat(Async.value(versions.find(version, 1)).schemas())
                .isEqualTo(new SettingsSchemas(Map.of("start", 1, "wait", 1, "exit", 1)));

        // and one that was activated before there were schemas is of the first
        Async.value(Mono.from(mongo.collection("versions")
                .updateOne(Filters.eq("_id", id + ":1"), Updates.unset("settingsSchemas"))));
        assertThat(Async.value(versions.find(version, 1)).schemas()).isEqualTo(SettingsSchemas.FIRST);
    }

    @Test
    void shouldCountTheEventsThatAFilterOnTheirOrderLetsThrough() {
        // given
        var order = "{\"orders\":[{\"externalOrderId\":\"%s\",\"status\":\"INITIALIZED\",\"totalCost\":%s,"
                + "\"date\":\"2026-01-31T09:30:00+01:00\",\"email\":\"eva@example.com\"}]}";
        api.post("/orders", order.formatted("small", 80));
        api.post("/orders", order.formatted("large", 250));
        var large = Map.of("fact", "order.totalCost", "op", "greater", "value", 100);
        var link = Map.of("eventType", "orderINITIALIZED", "filter", large, "reentry", Map.of("mode", "each"));

        // when
        api.triggers(id, Map.of("start", List.of(link), "stop", List.of()));

        // then
        var confirmation = api.post("/workflows/" + id + "/validate", null).path("confirmation");
        assertThat(confirmation.path("matchingEvents").asInt()).isEqualTo(1);
        assertThat(confirmation.path("atLeast").asBoolean()).isFalse();
    }

    @Test
    void shouldMakeNoNewVersionOfAnUnchangedDraft() {
        api.activate(id);

        var again = api.activate(id);

        assertThat(again.path("version").asInt()).isEqualTo(1);
        assertThat(again.path("made").asBoolean()).isFalse();
    }

    @Test
    void shouldActivateAPausedWorkflowAgain() {
        api.activate(id);
        api.post("/workflows/" + id + "/pause", Map.of("inside", "hold"));

        var again = api.activate(id);

        assertThat(again.path("status").asString()).isEqualTo("active");
        assertThat(again.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void shouldRefuseWhatIsNotValidAndNameTheBlock() {
        api.draft(id, Drawings.wait(0));

        var refused = api.sendActivation(id).expect(422);

        var problem = refused.body().path("problems").path(0);
        assertThat(refused.http().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.path("block").asString()).isEqualTo("Rest");
        assertThat(problem.path("field").asString()).isEqualTo("amount");
        assertThat(api.get("/workflows/" + id).path("status").asString()).isEqualTo("draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"activate-after-insert", "activate-after-deploy"})
    void shouldFinishAnActivationThatBrokeOff(String place) {
        breakOff(place);
        assertThat(api.get("/workflows/" + id).path("status").asString()).isEqualTo("draft");

        sweep();

        assertThat(api.get("/workflows/" + id).path("version").asInt()).isEqualTo(1);
        assertThat(api.items("/workflows/" + id + "/versions")).hasSize(1);
    }

    @Test
    void shouldGoOnWithTheVersionOfAnActivationThatBrokeOff() {
        breakOff("activate-after-insert");

        var again = api.activate(id);

        assertThat(again.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void shouldNotFinishAnActivationThatWasOvertaken() {
        breakOff("activate-after-insert");
        api.draft(id, Drawings.wait(2));
        api.activate(id);
        api.post("/workflows/" + id + "/pause", null);

        sweep();

        var workflow = api.get("/workflows/" + id);
        assertThat(workflow.path("version").asInt()).isEqualTo(2);
        assertThat(workflow.path("status").asString()).isEqualTo("paused");
        assertThat(api.items("/workflows/" + id + "/versions")).hasSize(1);
    }

    @Test
    void shouldHoldPeopleInsideOnlyWhenPausedToHold() {
        api.activate(id);
        api.post("/workflows/" + id + "/pause", Map.of("inside", "hold"));

        assertThat(Async.value(workflows.held(new WorkflowId(id)))).isTrue();
    }

    private void breakOff(String place) {
        crash.at(place, () -> {
            throw new IllegalStateException("Broken off at " + place);
        });
        api.sendActivation(id).expect(500);
        crash.clear();
    }

    private void sweep() {
        Async.await(sweeper.sweep(clock.instant().plusSeconds(1)), Duration.ofMinutes(1));
    }

    private String text(String path) {
        return api.send("GET", "/workflows/" + id + path, null).expect(200).text();
    }
}
