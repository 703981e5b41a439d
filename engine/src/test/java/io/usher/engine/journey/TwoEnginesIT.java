package io.usher.engine.journey;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.Backlogs;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.SecondEngine;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** Two engines on one database and one broker share the work and do nothing twice. */
@EngineIT
class TwoEnginesIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int EVENTS = 300;
    private static final int CONTACTS = 30;
    private static final int BACKLOG = 12_000;
    private static final String RESTING = Line.start().rest("Rest", 3, "days").exit();

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Leases leases;

    @Autowired
    private Mongo mongo;

    private TestWorkspace workspace;
    private SecondEngine second;

    @BeforeEach
    void secondEngine() throws InterruptedException {
        workspace = workspaces.create();
        second = SecondEngine.besideTheFirst();
    }

    @AfterEach
    void stopSecondEngine() {
        second.close();
    }

    @Test
    void shouldShareTheLanesAndDecideEveryEventOnce() {
        // given
        var workflow = LiveWorkflow.activated(workspace.api(), RESTING, LiveWorkflow.EACH_TIME, null);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(lanes())
                        .containsOnlyKeys(
                                leases.owner(), second.bean(Leases.class).owner())
                        .allSatisfy((owner, count) -> assertThat(count).isEqualTo(32L)));

        // when
        send(workspace.api(), 0);
        send(second.api(workspace.manageKey()), 1);

        // then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(all("/events?limit=200"))
                        .hasSize(EVENTS)
                        .allMatch(event -> decisions(event).size() == 1));
        var started = all("/events?limit=200").stream()
                .map(event -> decisions(event).get(0).path("journeyIds"))
                .toList();
        assertThat(started).allMatch(ids -> ids.size() == 1);
        assertThat(all("/journeys?limit=200&workflow=" + workflow.id()))
                .extracting(journey -> journey.path("id").asString())
                .containsExactlyInAnyOrderElementsOf(
                        started.stream().map(ids -> ids.get(0).asString()).toList());
    }

    @Test
    void shouldGiveUpItsLanesWhenItEnds() {
        // given
        var owner = second.bean(Leases.class).owner();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(lanes()).containsKey(owner));

        // when
        second.close();

        // then
        assertThat(lanes()).doesNotContainKey(owner);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(lanes()).containsExactly(entry(leases.owner(), 64L)));
    }

    @Test
    void shouldHearOfALinkAsSoonAsItsChangeWasAnswered() {
        // given: the second engine knows the links as they were
        var workflow = LiveWorkflow.activated(workspace.api(), RESTING, LiveWorkflow.EACH_TIME, null);
        var other = second.api(workspace.manageKey());
        other.eventType("now");
        for (int round = 0; round < 5; round++) {
            workspace.api().triggers(workflow.id(), startedBy("begin"));
            var unheard = other.event(LiveWorkflow.body("now", "c" + round + "@example.com", Map.of()));
            assertThat(other.get("/events/" + unheard).path("summary").asString())
                    .isEqualTo("No workflow is linked");

            // when
            workspace.api().triggers(workflow.id(), startedBy("now"));
            var heard = other.event(LiveWorkflow.body("now", "c" + round + "@example.com", Map.of()));

            // then
            assertThat(workflow.decided(heard)).isEqualTo("started started");
        }
    }

    private static Map<String, Object> startedBy(String type) {
        return Map.of(
                "start", List.of(Map.of("eventType", type, "reentry", LiveWorkflow.EACH_TIME)), "stop", List.of());
    }

    @Test
    void shouldShareABacklogWithAnEngineThatJoinsAndKeepEachContactsOrder() throws InterruptedException {
        // given: contacts with long queues, in which now and then one begins again what runs
        var restart = Map.of("mode", "each", "whileRunning", "restart");
        var workflow = LiveWorkflow.activated(workspace.api(), RESTING, restart, null);
        listenToNoise();
        var backlog = new Backlogs(mongo, workspace.id());
        var begins = new HashMap<String, List<String>>();
        for (int i = 0; i < BACKLOG; i++) {
            var contact = "queue-" + i % CONTACTS;
            if (i / CONTACTS % 50 == 20) {
                begins.computeIfAbsent(contact, key -> new ArrayList<>()).add(backlog.add("begin", contact));
            } else {
                backlog.add("noise", contact);
            }
        }
        backlog.store();

        // when
        try (var third = SecondEngine.besideTheFirst()) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(lanes())
                            .containsKey(third.bean(Leases.class).owner())
                            .hasSize(3)
                            .allSatisfy((owner, count) -> assertThat(count).isBetween(20L, 22L)));
            assertThat(backlog.due()).as("due when it had joined").isPositive();
            await().atMost(Duration.ofMinutes(4)).until(() -> backlog.due() == 0);
        }

        // then: each of a contact's journeys was ended by the very next event that begins one
        var ends = ends(workflow.id());
        assertThat(begins).hasSize(CONTACTS);
        begins.forEach((contact, events) -> {
            for (int i = 0; i < events.size(); i++) {
                assertThat(ends)
                        .as(contact)
                        .containsEntry(events.get(i), i + 1 < events.size() ? events.get(i + 1) : "runs");
            }
        });
    }

    private void listenToNoise() {
        workspace.api().eventType("noise");
        workspace.api().eventType("never");
        var id = workspace.api().workflow("Noise");
        workspace.api().draft(id, RESTING);
        workspace
                .api()
                .triggers(
                        id,
                        Map.of(
                                "start", List.of(Map.of("eventType", "never", "reentry", LiveWorkflow.EACH_TIME)),
                                "stop", List.of(Map.of("eventType", "noise"))));
        workspace.api().activate(id);
    }

    /** Of each journey its start event and the event that ended it, or "runs". */
    private Map<String, String> ends(String workflow) {
        var own = Filters.and(Filters.eq("workspace", workspace.id().value()), Filters.eq("workflow", workflow));
        return Async.value(Flux.from(mongo.collection("journeys").find(own)).collectList()).stream()
                .collect(toMap(
                        journey -> journey.getEmbedded(List.of("start", "event"), String.class),
                        journey -> journey.getEmbedded(List.of("end", "event"), "runs")));
    }

    /** Every other event, as one batch. */
    private static void send(Api api, int parity) {
        var events = IntStream.range(0, EVENTS)
                .filter(n -> n % 2 == parity)
                .mapToObj(n -> LiveWorkflow.body("begin", "c" + n / 2 % CONTACTS + "@example.com", Map.of("n", n)))
                .toList();
        assertThat(api.post("/event/batch", events).path("accepted").asInt()).isEqualTo(EVENTS / 2);
    }

    private JsonNode decisions(JsonNode event) {
        return workspace.api().get("/events/" + event.path("id").asString()).path("decisions");
    }

    private List<JsonNode> all(String path) {
        var rows = new ArrayList<JsonNode>();
        var page = workspace.api().get(path);
        page.path("items").forEach(rows::add);
        while (page.path("next").isString()) {
            page = workspace.api().get(path + "&cursor=" + page.path("next").asString());
            page.path("items").forEach(rows::add);
        }
        return rows;
    }

    /** How many lanes each owner holds. */
    private Map<String, Long> lanes() {
        return Async.value(Flux.from(mongo.collection("leases")
                                .find(Filters.and(Filters.gte("_id", "lane-"), Filters.lt("_id", "lane."))))
                        .collectList())
                .stream()
                .collect(groupingBy(lease -> lease.getString("owner"), counting()));
    }
}
