package io.usher.engine.journey;

import static io.usher.engine.testing.LiveWorkflow.EACH_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestMail;
import io.usher.engine.testing.TestTime;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A paused workflow starts nobody; people inside go on or hold, and stops work all the same. */
@EngineIT
class PauseIT {

    private static final String REST_AND_SEND = Line.start()
            .rest("Rest", 1, "minutes")
            .send("Mail", "After the rest")
            .exit();

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;
    private LiveWorkflow workflow;

    @BeforeEach
    void workflow() {
        workspace = workspaces.create();
        workflow = LiveWorkflow.activated(workspace.api(), REST_AND_SEND, EACH_TIME, Map.of());
    }

    @Test
    void shouldLetPeopleInsideGoOnAndStartNobody() {
        // given
        var inside = workflow.journeyOf(address("eva"));
        workflow.awaitAt(inside, "Rest");

        // when
        workflow.pause("go-on");
        var refused = workflow.decision(workflow.begin(address("liv")));
        pass(inside, "finished");

        // then
        assertThat(refused.path("outcome").asString()).isEqualTo("not-started");
        assertThat(refused.path("reason").path("code").asString()).isEqualTo("paused");
        workflow.awaitMessages("handed-over");
        assertThat(TestMail.subjectsTo(address("eva"))).containsExactly("After the rest");
        workflow.resume();
        assertThat(workflow.journeys("running")).isEmpty();
        assertThat(workflow.decided(workflow.begin(address("liv")))).isEqualTo("started started");
    }

    @Test
    void shouldHoldPeopleBeforeTheirNextBlockAndGoOnOnceAfterResume() {
        // given
        var held = workflow.journeyOf(address("eva"));
        workflow.awaitAt(held, "Rest");

        // when
        workflow.pause("hold");
        TestTime.pass(
                workspace.api(),
                Duration.ofMinutes(1),
                () -> last(held).path("result").asString().equals("held"));

        // then
        assertThat(last(held).path("block").asString()).isEqualTo("Mail");
        assertThat(last(held).path("text").asString()).startsWith("Held: the workflow is paused");
        assertThat(workflow.messages()).isEmpty();

        // when
        workflow.resume();
        pass(held, "finished");

        // then
        workflow.awaitMessages("handed-over");
        assertThat(TestMail.subjectsTo(address("eva"))).containsExactly("After the rest");
    }

    @Test
    void shouldStopWhilePaused() {
        // given
        var inside = workflow.journeyOf(address("eva"));
        workflow.awaitAt(inside, "Rest");
        workflow.pause("hold");

        // when
        var stop = workflow.decision(workflow.end(address("eva"), Map.of()));

        // then
        assertThat(stop.path("outcome").asString()).isEqualTo("stopped");
        assertThat(stop.path("journeyIds").get(0).asString()).isEqualTo(inside);
        workflow.awaitState(inside, "stopped");
    }

    private void pass(String journey, String state) {
        TestTime.pass(
                workspace.api(),
                Duration.ofMinutes(1),
                () -> workspace
                        .api()
                        .get("/journeys/" + journey)
                        .path("state")
                        .asString()
                        .equals(state));
    }

    private JsonNode last(String journey) {
        var trail = workspace.api().get("/journeys/" + journey).path("trail");
        return trail.get(trail.size() - 1);
    }

    private String address(String name) {
        return name + "@" + workspace.id() + ".example.com";
    }
}
