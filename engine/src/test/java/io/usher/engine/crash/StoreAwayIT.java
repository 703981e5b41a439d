package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.SecondEngine;
import io.usher.engine.testing.TestMail;
import io.usher.engine.testing.TestServers;
import io.usher.engine.testing.WireTap;
import io.usher.engine.testing.WireTap.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Laws 1, 3 and 6 while the store fails on the wire: at each step from an event to the message handed over it answers once as a
 * server does that steps down, moves, is too slow or has no majority, or the line is cut. Nothing that was worked on is to blame: the
 * sender is told to come again, no try is used up, no message is uncertain, and what was written twice took effect once.
 */
class StoreAwayIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Step ACCEPT = new Step("insert", "events", "");
    private static final Step INTENT = new Step("update", "events", "intent");
    private static final Step INSERT_JOURNEY = new Step("insert", "journeys", "");
    private static final Step FINISH = new Step("update", "events", "decisions");
    private static final Step DECIDE = new Step("update", "journeys", "exits");
    private static final Step CLAIM = new Step("update", "journeys", "claim.by");
    private static final Step BIND = new Step("update", "journeys", "running");
    private static final Step STORE_MESSAGE = new Step("insert", "messages", "");
    private static final Step RECORD = new Step("update", "journeys", "visits");
    private static final Step BEGIN = new Step("update", "messages", "handing-over");
    private static final Step SETTLE = new Step("update", "messages", "handed-over");

    private static final List<Step> FROM_EVENT_TO_MESSAGE =
            List.of(INTENT, INSERT_JOURNEY, FINISH, DECIDE, CLAIM, BIND, STORE_MESSAGE, RECORD, BEGIN, SETTLE);

    private static WireTap tap;
    private static SecondEngine engine;
    private static Api api;
    private static LiveWorkflow workflow;

    /** What the store does instead of answering as it should; whether it did what it was asked for. */
    enum Fault {
        STEPPED_DOWN("{ok: 0, code: 10107, errmsg: 'not primary', errorLabels: ['RetryableWriteError']}", false),
        SHUTTING_DOWN("{ok: 0, code: 91, errmsg: 'shutting down'}", false),
        TOO_SLOW("{ok: 0, code: 262, errmsg: 'operation exceeded time limit'}", false),
        MOVED("{ok: 1, n: 0, nModified: 0, writeErrors: [{index: 0, code: 63, errmsg: 'stale shard version'}]}", false),
        NO_MAJORITY("{ok: 1, n: 1, nModified: 1, writeConcernError: {code: 64, errmsg: 'timed out'}}", true),
        PRIMARY_DIED(
                "{ok: 1, n: 1, nModified: 1, writeConcernError: {code: 11602, errmsg: 'interrupted by a new primary'}}",
                true),
        CUT(null, false),
        CUT_AFTER(null, true);

        private final String answer;
        private final boolean carriedOut;

        Fault(String answer, boolean carriedOut) {
            this.answer = answer;
            this.carriedOut = carriedOut;
        }

        private void at(Step step) {
            if (answer == null && carriedOut) {
                tap.cutAfter(step);
            } else if (answer == null) {
                tap.cut(step);
            } else if (carriedOut) {
                tap.answerAfter(step, answer);
            } else {
                tap.answer(step, answer);
            }
        }
    }

    @BeforeAll
    static void start() throws InterruptedException {
        tap = new WireTap(TestServers.mongodbUri());
        engine = SecondEngine.behind(tap);
        api = engine.workspaces().create().api();
        workflow =
                LiveWorkflow.activated(api, Line.start().send("Mail", "Hello").exit(), LiveWorkflow.EACH_TIME, null);
    }

    @AfterAll
    static void stop() {
        engine.close();
        tap.close();
    }

    @AfterEach
    void answerAgain() {
        tap.forget();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheSenderToComeAgainAndTakeTheEventOnce(Fault fault) {
        // given
        var id = "e-" + UUID.randomUUID();
        var event = Map.of("eventTypeKey", "end", "id", id, "params", Map.of("email", id + "@example.com"));
        fault.at(ACCEPT);

        // when
        var refused = api.send("POST", "/event", event).expect(503);
        var accepted = api.send("POST", "/event", event).expect(202);

        // then
        assertThat(tap.open()).isEmpty();
        assertThat(refused.header("Content-Type")).contains("problem+json");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(accepted.body().path("id").asString()).isEqualTo(id);
        var contact = accepted.body().path("contactId").asString();
        assertThat(api.items("/events?contact=" + contact)).hasSize(1);
    }

    /** One fault of each kind: refused by the whole command, by one write, done and not acknowledged, done and never answered. */
    @ParameterizedTest
    @EnumSource(names = {"STEPPED_DOWN", "MOVED", "NO_MAJORITY", "CUT_AFTER"})
    void shouldHandOverTheMessageOnceWhateverStepIsNotAnswered(Fault fault) {
        // given
        var address = "p" + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
        FROM_EVENT_TO_MESSAGE.forEach(fault::at);

        // when
        var event = workflow.begin(address);

        // then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(tap.open()).isEmpty());
        var journey = workflow.decision(event).path("journeyIds").get(0).asString();
        var finished = workflow.awaitState(journey, "finished");
        assertThat(texts(finished.path("trail"), "result")).doesNotContain("failed");
        var message = await().atMost(LIMIT).until(() -> handedOver(journey), found -> found != null);
        assertThat(texts(message.path("history"), "state")).doesNotContain("uncertain", "refused", "dropped");
        assertThat(TestMail.to(address)).hasSize(1);
        assertThat(api.items("/journeys?contact=" + finished.path("contactId").asString()))
                .hasSize(1);
    }

    private static JsonNode handedOver(String journey) {
        var messages = api.items("/messages?state=handed-over&journey=" + journey);
        return messages.isEmpty()
                ? null
                : api.get("/messages/" + messages.get(0).path("id").asString());
    }

    private static List<String> texts(JsonNode rows, String field) {
        var texts = new ArrayList<String>();
        rows.forEach(row -> texts.add(row.path(field).asString()));
        assertThat(texts).isNotEmpty().doesNotContainAnyElementsOf(Set.of(""));
        return texts;
    }
}
