package io.usher.engine.journey;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestTime;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often one contact may start a workflow, and what holds while a journey runs. */
@EngineIT
class ReentryIT {

    private static final String RESTING = Line.start().rest("Rest", 3, "days").exit();

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
    }

    @Test
    void shouldStartOnceHoweverManyEventsComeAtTheSameTime() throws Exception {
        // given
        var workflow = workflow(Map.of("mode", "once"));

        // when
        var events = atTheSameTime(200, () -> workflow.begin(address()));

        // then
        var decisions = events.stream().map(workflow::decided).toList();
        assertThat(decisions).hasSize(200).containsOnlyOnce("started started");
        assertThat(decisions.stream().collect(toSet()))
                .containsExactlyInAnyOrder("started started", "not-started once");
        assertThat(workflow.journeys("running")).hasSize(1);
        assertThat(workspace.api().items("/journeys")).hasSize(1);
    }

    @Test
    void shouldSayWhenItLastStarted() {
        // given
        var workflow = workflow(Map.of("mode", "once"));
        var started = workflow.begin(address());
        workflow.decision(started);

        // when
        var refused = workflow.decision(workflow.begin(address()));

        // then
        assertThat(refused.path("journeyIds")).isEmpty();
        var reason = refused.path("reason");
        assertThat(reason.path("text").asString()).startsWith("It starts once for each contact, and started on ");
        assertThat(Instant.parse(reason.path("args")
                        .path("last")
                        .path(0)
                        .path("args")
                        .path("at")
                        .asString()))
                .isEqualTo(acceptedAt(started));
    }

    @Test
    void shouldStartAgainFromOneHourAfterTheLastStart() {
        // given
        var workflow = workflow(Map.of("mode", "once-in", "every", 1, "unit", "hours"));
        var first = workflow.begin(address());
        assertThat(workflow.decided(first)).isEqualTo("started started");

        // when
        TestTime.add(workspace.api(), Duration.ofMinutes(58));
        var early = workflow.begin(address());
        TestTime.add(workspace.api(), Duration.ofMinutes(2));
        var later = workflow.begin(address());
        var third = workflow.begin(address());

        // then
        assertThat(workflow.decided(early)).isEqualTo("not-started once-in");
        assertThat(workflow.decision(early).path("reason").path("text").asString())
                .startsWith("It starts once in every hour, and started on ");
        assertThat(workflow.decided(later)).isEqualTo("started started");
        assertThat(workflow.decided(third)).isEqualTo("not-started once-in");
        assertThat(acceptedAt(later)).isAfterOrEqualTo(acceptedAt(first).plus(Duration.ofHours(1)));
    }

    @Test
    void shouldCountByTheValueOfAParam() {
        // given
        var workflow = workflow(Map.of("mode", "once", "per", "order"));

        // when
        var events = List.of(
                workflow.begin(address(), Map.of("order", "1001")),
                workflow.begin(address(), Map.of("order", "1002")),
                workflow.begin(address(), Map.of("order", "1001")),
                workflow.begin("liv@" + workspace.id() + ".example.com", Map.of("order", "1001")));

        // then
        assertThat(events.stream().map(workflow::decided))
                .containsExactly("started started", "started started", "not-started once", "started started");
    }

    @Test
    void shouldSkipWhileOneRunsAndStartWhenItHasEnded() {
        // given
        var workflow = workflow(Map.of("mode", "each", "whileRunning", "skip"));
        var running = workflow.journeyOf(address());

        // when
        var skipped = workflow.decision(workflow.begin(address()));
        workspace.api().post("/journeys/" + running + "/stop", null);
        var after = workflow.decided(workflow.begin(address()));

        // then
        assertThat(skipped.path("reason").path("code").asString()).isEqualTo("running");
        assertThat(skipped.path("reason").path("text").asString())
                .isEqualTo(
                        "The contact is already in this workflow, and no other journey starts while one is running.");
        assertThat(after).isEqualTo("started started");
    }

    @Test
    void shouldBeginAgainWithTheNewestEvent() {
        // given
        var workflow = workflow(Map.of("mode", "each", "whileRunning", "restart"));
        var first = workflow.journeyOf(address());
        workflow.awaitAt(first, "Rest");

        // when
        var event = workflow.begin(address());
        var second = workflow.decision(event).path("journeyIds").get(0).asString();

        // then
        var ended = workflow.awaitState(first, "stopped").path("end");
        assertThat(ended.path("eventId").asString()).isEqualTo(event);
        assertThat(ended.path("text").asString()).isEqualTo("Stopped and started again by event begin.");
        workflow.awaitAt(second, "Rest");
        assertThat(workflow.journeys("running")).hasSize(1);
    }

    @Test
    void shouldBeginAgainUnderOnceOnlyBeforeAnythingWasSent() {
        // given
        var once = Map.of("mode", "once", "whileRunning", "restart");
        var sending = Line.start().send("Mail", "Sent").rest("Rest", 3, "days").exit();
        var silent = LiveWorkflow.activated(workspace.api(), RESTING, once, null);
        var sent = LiveWorkflow.activated(workspace.api(), sending, once, null);
        sent.awaitAt(sent.journeyOf(address()), "Rest");

        // when
        var again = sent.begin(address());

        // then
        assertThat(silent.decided(again)).isEqualTo("started started");
        assertThat(silent.journeys("stopped")).hasSize(1);
        var refused = sent.decision(again).path("reason");
        assertThat(refused.path("code").asString()).isEqualTo("already-sent");
        assertThat(refused.path("text").asString()).contains("has already sent something");
        assertThat(sent.journeys("running")).hasSize(1);
    }

    private LiveWorkflow workflow(Map<String, ?> reentry) {
        return LiveWorkflow.activated(workspace.api(), RESTING, reentry, null);
    }

    private Instant acceptedAt(String event) {
        return Instant.parse(
                workspace.api().get("/events/" + event).path("acceptedAt").asString());
    }

    private String address() {
        return "eva@" + workspace.id() + ".example.com";
    }

    private static List<String> atTheSameTime(int count, Callable<String> call)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<String>();
            for (var each : threads.invokeAll(java.util.Collections.nCopies(count, call))) {
                results.add(each.get());
            }
            return results;
        }
    }
}
