package io.usher.engine.platform.metrics;

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
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an outside Prometheus reads of this engine; others' tests count too, so numbers are compared with those before. */
@EngineIT
class MetricsIT {

    private static final String PATH = "/actuator/prometheus";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = workspaces.create();
    }

    private String read() {
        return workspace.reading().send("GET", PATH, null).expect(200).text();
    }

    /** The sum over all lines that begin so. */
    private static double sum(String metrics, String start) {
        return metrics.lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void shouldNeedRead() {
        workspaces.anonymous().send("GET", PATH, null).expect(401);
        workspace.sending().send("GET", PATH, null).expect(403);
        workspace.reading().send("GET", PATH, null).expect(200);
        workspace.api().send("GET", PATH, null).expect(200);
        for (var other : List.of("/actuator", "/actuator/metrics", "/actuator/env", PATH + "/more")) {
            assertThat(workspace.api().send("GET", other, null).status())
                    .as(other)
                    .isEqualTo(404);
        }
    }

    @Test
    void shouldCountWhatHappensToEventsJourneysAndMessages() {
        // given
        var bpmn =
                Line.start().send("Mail", "Your seats").rest("Rest", 3, "days").exit();
        var workflow = LiveWorkflow.activated(workspace.api(), bpmn, LiveWorkflow.EACH_TIME, Map.of());
        var before = read();

        // when
        var journey = workflow.journeyOf("ada@example.com");
        workflow.awaitAt(journey, "Rest");
        workflow.awaitMessages("handed-over");
        workflow.end("ada@example.com", Map.of());
        workflow.awaitState(journey, "stopped");

        // then
        risesBy(before, "usher_events_accepted_total", 2);
        risesBy(before, "usher_events_decided_total", 2);
        risesBy(before, "usher_decisions_total{link=\"start\",outcome=\"started\"}", 1);
        risesBy(before, "usher_decisions_total{link=\"stop\",outcome=\"stopped\"}", 1);
        risesBy(before, "usher_journeys_started_total", 1);
        risesBy(before, "usher_journeys_ended_total{how=\"stopped\"}", 1);
        risesBy(before, "usher_messages_total{state=\"handed-over\"}", 1);
    }

    private void risesBy(String before, String counter, int count) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(sum(read(), counter) - sum(before, counter))
                        .as(counter)
                        .isGreaterThanOrEqualTo(count));
    }

    @Test
    void shouldCountWhatALawKeptFromHappeningTwice() {
        // given
        workspace.api().eventType("again");
        var event = Map.of("eventTypeKey", "again", "id", "one", "params", Map.of("email", "bo@example.com"));
        workspace.api().event(event);
        var before = read();

        // when
        workspace.api().event(event);

        // then
        risesBy(before, "usher_law_kept_total{by=\"event-again\",law=\"1\"}", 1);
        assertThat(read())
                .contains(
                        "usher_law_kept_total{by=\"intent-replayed\",law=\"1\"}",
                        "usher_law_kept_total{by=\"journey-again\",law=\"3\"}",
                        "usher_law_kept_total{by=\"visit-after-stop\",law=\"5\"}",
                        "usher_law_kept_total{by=\"visit-again\",law=\"6\"}",
                        "usher_law_kept_total{by=\"message-again\",law=\"6\"}");
    }

    @Test
    void shouldTellEachLoopsLastRoundAndWhatWaits() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(read().lines().filter(line -> line.endsWith(" NaN")))
                        .as("every loop went round, every look was taken")
                        .noneMatch(line -> line.startsWith("usher_")));
        var metrics = read();
        for (var loop : List.of("dispatch", "lanes", "journeys-start", "delivery", "event-meters", "message-meters")) {
            ToDoubleFunction<String> of = name -> sum(metrics, name + "{loop=\"" + loop + "\"}");
            assertThat(of.applyAsDouble("usher_loop_rounds_total")).as(loop).isPositive();
            assertThat(metrics).contains("usher_loop_failures_total{loop=\"" + loop + "\"}");
            assertThat(metrics)
                    .contains("usher_loop_round_age_seconds{loop=\"" + loop + "\"}")
                    .contains("usher_loop_round_duration_seconds{loop=\"" + loop + "\"}");
            assertThat(of.applyAsDouble("usher_loop_round_age_seconds"))
                    .as(loop)
                    .isBetween(0.0, 120.0);
            assertThat(of.applyAsDouble("usher_loop_round_duration_seconds"))
                    .as(loop)
                    .isBetween(0.0, 120.0);
        }
        for (var gauge : List.of("usher_events_due", "usher_outbox_waiting")) {
            assertThat(metrics).contains("\n" + gauge + " ", "\n" + gauge + "_oldest_age_seconds ");
            assertThat(sum(metrics, gauge + " ")).as(gauge).isBetween(0.0, (double) Looked.MOST);
            assertThat(sum(metrics, gauge + "_oldest_age_seconds ")).as(gauge).isNotNegative();
        }
    }

    @Test
    void shouldNameNobodyAndNothingOfAWorkspace() {
        // given
        workspace.api().eventType("secret-type");
        Api api = workspace.api();
        api.event(Map.of("eventTypeKey", "secret-type", "params", Map.of("email", "secret@example.com")));
        api.send("GET", "/contacts/secret-contact", null);

        // then
        var metrics = read();
        assertThat(metrics)
                .doesNotContain("secret", "@example.com", workspace.id().value(), "mongodb://");
        assertThat(metrics.lines().filter(line -> line.startsWith("usher_")).count())
                .as("lines of our own, whatever has happened")
                .isLessThan(300);
    }
}
