package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stop event ends, what it leaves, and what may start before and after it. */
@EngineIT
class StopIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RESTING = Line.start().rest("Rest", 3, "days").exit();
    private static final Map<String, Object> SAME_ORDER =
            Map.of("match", List.of(Map.of("start", "order", "stop", "orderNumber")));

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
    }

    @Test
    void shouldEndAWaitSoonAfterTheStopWasAccepted() {
        // given
        var workflow = workflow(Map.of());
        var journey = workflow.journeyOf(address());
        workflow.awaitAt(journey, "Rest");

        // when
        var stop = workflow.end(address(), Map.of());

        // then
        await().atMost(SOON)
                .until(() -> workspace
                        .api()
                        .get("/journeys/" + journey)
                        .path("state")
                        .asString()
                        .equals("stopped"));
        var end = workspace.api().get("/journeys/" + journey).path("end");
        assertThat(end.path("eventId").asString()).isEqualTo(stop);
        assertThat(end.path("text").asString()).isEqualTo("Stopped by event end.");
        assertThat(end.path("block").asString()).isEqualTo("Rest");
        assertThat(end.path("blockName").asString()).isEqualTo("Rest");
        assertThat(workspace
                        .api()
                        .get("/journeys/" + journey)
                        .path("trail")
                        .valueStream()
                        .map(line -> line.path("block").asString() + " "
                                + line.path("result").asString()))
                .last()
                .isEqualTo("Rest stopped");
        assertThat(workflow.decision(stop).path("journeyIds").get(0).asString()).isEqualTo(journey);
    }

    @Test
    void shouldStopOnlyJourneysWithTheSameValue() {
        // given
        var workflow = workflow(SAME_ORDER);
        var one = workflow.journeyOf(address(), Map.of("order", "1001"));
        var other = workflow.journeyOf(address(), Map.of("order", "1002"));
        workflow.awaitAt(one, "Rest");
        workflow.awaitAt(other, "Rest");

        // when
        var stop = workflow.decision(workflow.end(address(), Map.of("orderNumber", 1001)));
        var none = workflow.decided(workflow.end(address(), Map.of("orderNumber", "1003")));

        // then
        assertThat(stop.path("journeyIds")).hasSize(1);
        workflow.awaitState(one, "stopped");
        assertThat(none).isEqualTo("nothing-to-stop no-match");
        assertThat(workflow.journeys("running"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").asString()).isEqualTo(other));
    }

    @Test
    void shouldBeginAgainAfterTheStop() {
        // given
        var workflow = workflow(Map.of());
        var first = workflow.journeyOf(address());
        assertThat(workflow.decided(workflow.end(address(), Map.of()))).isEqualTo("stopped stopped");

        // when
        var second = workflow.journeyOf(address());

        // then
        workflow.awaitState(first, "stopped");
        workflow.awaitAt(second, "Rest");
        assertThat(workflow.journeys("running")).hasSize(1);
    }

    @Test
    void shouldStopWhatRunsAndThenStartWhenOneEventTypeDoesBoth() {
        // given a workflow that no other start enters while one runs, stopped by the event that starts it
        var workflow = workflow(Map.of());
        var link = Map.of("eventType", "begin", "reentry", Map.of("mode", "each", "whileRunning", "skip"));
        workspace
                .api()
                .triggers(workflow.id(), Map.of("start", List.of(link), "stop", List.of(Map.of("eventType", "begin"))));
        var first = workflow.begin(address());
        workflow.awaitState(journeyStartedBy(workflow, first), "running");

        // when
        var second = workflow.begin(address());

        // then
        var journey = journeyStartedBy(workflow, second);
        workflow.awaitAt(journey, "Rest");
        assertThat(workflow.journeys("stopped")).hasSize(1);
        assertThat(workflow.journeys("running")).hasSize(1);
    }

    private String journeyStartedBy(LiveWorkflow workflow, String event) {
        workflow.decision(event);
        return workspace
                .api()
                .get("/events/" + event)
                .path("decisions")
                .valueStream()
                .filter(each -> each.path("outcome").asString().equals("started"))
                .map(each -> each.path("journeyIds").get(0).asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(workspace.api().get("/events/" + event)));
    }

    @Test
    void shouldNotStartWhatHappenedBeforeAStopThatIsAlreadyHere() {
        // given
        var workflow = workflow(SAME_ORDER);
        var stop = workflow.end(address(), Map.of("orderNumber", "1001"));
        assertThat(workflow.decided(stop)).isEqualTo("nothing-to-stop nothing-running");
        var stopped = Instant.parse(
                workspace.api().get("/events/" + stop).path("occurredAt").asString());

        // when
        var late = happened(stopped.minusSeconds(60), "1001");
        var otherOrder = happened(stopped.minusSeconds(60), "1002");

        // then
        var decision = workflow.decision(late);
        assertThat(decision.path("outcome").asString()).isEqualTo("not-started");
        assertThat(decision.path("reason").path("code").asString()).isEqualTo("stopped-before");
        assertThat(decision.path("reason").path("text").asString()).startsWith("The stop event end of ");
        assertThat(workflow.decided(otherOrder)).isEqualTo("started started");
    }

    private LiveWorkflow workflow(Map<String, ?> stop) {
        return LiveWorkflow.activated(workspace.api(), RESTING, LiveWorkflow.EACH_TIME, stop);
    }

    private String happened(Instant at, String order) {
        var body = new HashMap<>(LiveWorkflow.body("begin", address(), Map.of("order", order)));
        body.put("occurredAt", at.toString());
        return workspace.api().event(body);
    }

    private String address() {
        return "eva@" + workspace.id() + ".example.com";
    }
}
