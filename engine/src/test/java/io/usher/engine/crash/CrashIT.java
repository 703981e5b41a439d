package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.NoAnswer;
import io.usher.engine.testing.BrokerTime;
import io.usher.engine.testing.EngineProcess;
import io.usher.engine.testing.Sample;
import io.usher.engine.testing.TestMail;
import io.usher.engine.testing.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Laws 1, 6 and 7 against real process ends: an engine halts at a named place as by {@code kill -9}, another one is started,
 * and the message is there, once, with its decision.
 */
class CrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);

    /** From the moment at which the time-out is over: the broker looks for such jobs once a second. Less than the time-out. */
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(12);

    private static final String DATABASE =
            TestServers.mongodbUri().replace(TestServers.database(), TestServers.database() + "_crash");

    @BeforeAll
    static void loadTheWorkflow() {
        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), null)) {
            Sample.named("order-confirmation").load(engine.api());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dispatch-after-intent", // accepted, half dispatched
                "start-after-claim", // nobody else makes it before the claim ends
                "start-after-create", // created, not bound
                "message-after-body", // its content is stored, the message is not
                "visit-after-effect", // effect done, job not completed
                "visit-after-record",
                "deliver-after-take"
            })
    void shouldSendTheMessageOnceWhenTheEngineIsKilledAt(String place) {
        var order = order();
        boolean answered;
        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), place)) {
            answered = answered(engine.api(), order);
            assertThat(engine.awaitEnd()).isEqualTo(EngineProcess.HALTED);
        }

        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), null)) {
            if (!answered) {
                send(engine.api(), order);
            }
            awaitConfirmation(order);
            assertStartedOnce(engine.api(), order);
            assertThat(confirmations(order)).hasSize(1);
            leaveNothing(engine.api());
        }
    }

    /** With the time-out that an engine has when nothing else is set; the broker measures it, so its time is moved. */
    @Test
    void shouldGoOnWithTheJobsOfAKilledEngineWithinItsTimeoutAndAFewSeconds() {
        assumeThat(TestServers.zeebeManagement())
                .as("a broker whose time can be moved")
                .isNotEmpty();
        var order = order();
        var usual = Map.of("USHER_JOURNEY_JOBTIMEOUT", USUAL_TIMEOUT.toSeconds() + "s");
        try (var killed = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), "visit-after-effect", usual)) {
            // given: it holds a job when it dies
            answered(killed.api(), order);
            assertThat(killed.awaitEnd()).isEqualTo(EngineProcess.HALTED);
        }
        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), null, usual)) {
            // when
            BrokerTime.add(USUAL_TIMEOUT);

            // then
            awaitConfirmation(order, A_FEW_SECONDS);
            assertStartedOnce(engine.api(), order);
            leaveNothing(engine.api());
        }
    }

    @Test
    void shouldGiveTheSameAnswerAndOneEffectWhenTheEngineIsKilledBetweenWriteAndAnswer() {
        var order = order();
        var event =
                Map.of("eventTypeKey", "ping", "id", "same-" + order, "params", Map.of("EmailAddress", address(order)));
        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), "accept-after-insert")) {
            var api = engine.api();
            assertThat(catchThrowable(() -> api.send("POST", "/event", event))).isInstanceOf(NoAnswer.class);
            assertThat(engine.awaitEnd()).isEqualTo(EngineProcess.HALTED);
        }

        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), null)) {
            var answer = engine.api().send("POST", "/event", event).expect(202);
            assertThat(answer.body().path("id").asString()).isEqualTo("same-" + order);
            assertThat(answer.body().path("contactId").asString()).isNotEmpty();
            assertThat(engine.api()
                            .items("/events?type=ping&contact="
                                    + answer.body().path("contactId").asString()))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deliver-before-call", "deliver-after-call"})
    void shouldShowTheMessageAsUncertainAndNotSendItAgainWhenTheEngineIsKilledDuringHandOver(String place) {
        var order = order();
        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), place)) {
            answered(engine.api(), order);
            assertThat(engine.awaitEnd()).isEqualTo(EngineProcess.HALTED);
        }
        int sent = confirmations(order).size();

        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), null)) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(engine.api().items("/messages?state=uncertain"))
                            .anyMatch(message -> message.path("to").asString().equals(address(order))));
            assertThat(confirmations(order)).hasSize(sent);
            leaveNothing(engine.api());
        }
    }

    /** The engine of the next test would halt over what this one left to do. */
    private static void leaveNothing(Api api) {
        await().atMost(LIMIT).untilAsserted(() -> {
            for (var journey : api.items("/journeys?state=running")) {
                // a conflict: it has ended meanwhile
                api.send("POST", "/journeys/" + journey.path("id").asString() + "/stop", null);
            }
            assertThat(api.items("/journeys?state=running")).isEmpty();
            assertThat(api.items("/messages?state=waiting")).isEmpty();
            assertThat(api.items("/messages?state=handing-over")).isEmpty();
        });
    }

    private static void awaitConfirmation(String order) {
        awaitConfirmation(order, LIMIT);
    }

    private static void awaitConfirmation(String order, Duration limit) {
        await().atMost(limit)
                .untilAsserted(
                        () -> assertThat(confirmations(order)).containsExactly("Your order " + order + ": Aida"));
    }

    /** What comes a day later is left out: other tests may have moved the broker's clock. */
    private static List<String> confirmations(String order) {
        return TestMail.subjectsTo(address(order)).stream()
                .filter(subject -> subject.startsWith("Your order " + order))
                .toList();
    }

    private static void assertStartedOnce(Api api, String order) {
        await().atMost(LIMIT).untilAsserted(() -> {
            var events = api.items("/events?type=orderINITIALIZED&key=" + order);
            assertThat(events).hasSize(1);
            var event = api.get("/events/" + events.get(0).path("id").asString());
            assertThat(event.path("decisions"))
                    .hasSize(1)
                    .allMatch(decision -> decision.path("outcome").asString().equals("started"));
            assertThat(api.items("/journeys?contact=" + event.path("contactId").asString()))
                    .hasSize(1);
        });
    }

    /**
     * Sends the order; false when the engine halted before it could answer, since dispatch does not wait for the answer. The
     * sender does then what the contract says: the same once more.
     */
    private static boolean answered(Api api, String order) {
        try {
            send(api, order);
            return true;
        } catch (NoAnswer halted) {
            return false;
        }
    }

    private static void send(Api api, String order) {
        var item = Map.of("externalItemId", "T-1", "name", "Aida", "quantity", 1, "cost", 480);
        var body = Map.of(
                "externalOrderId",
                order,
                "totalCost",
                480,
                "status",
                "INITIALIZED",
                "date",
                "2026-05-01T10:00:00Z",
                "currency",
                "SEK",
                "email",
                address(order),
                "items",
                List.of(item));
        assertThat(api.send("POST", "/orders", Map.of("orders", List.of(body)))
                        .expect(200)
                        .body()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    private static String order() {
        return "o" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String address(String order) {
        return order + "@example.com";
    }
}
