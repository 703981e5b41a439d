package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.NoAnswer;
import io.usher.engine.testing.EngineProcess;
import io.usher.engine.testing.Sample;
import io.usher.engine.testing.TestMail;
import io.usher.engine.testing.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One order on its way, whose engine halts, and the next engine a little further on, and so on: what each of them left has to be
 * enough for the next, which has seen nothing of it. So one process shows what at one place after another stands on disk.
 */
class KillChainIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> PLACES =
            List.of("order-after-store", "start-after-decide", "start-after-bind", "visit-before-effect");
    private static final String ADDRESS = "chain@example.com";

    private final String database =
            TestServers.mongodbUri().replace(TestServers.database(), TestServers.database() + "_chain");

    @Test
    void shouldSendTheMessageOnceThoughTheEngineIsKilledAtOnePlaceAfterAnother() {
        // given: an order whose event is not made, since the engine that stored it halted
        try (var engine = engine(PLACES.getFirst())) {
            Sample.named("order-confirmation").load(engine.api());
            assertThat(catchThrowable(() -> engine.api().send("POST", "/orders", order())))
                    .isInstanceOf(NoAnswer.class);
            assertThat(engine.awaitEnd()).isEqualTo(EngineProcess.HALTED);
        }

        // when
        for (var place : PLACES.subList(1, PLACES.size())) {
            try (var engine = engine(place)) {
                assertThat(engine.awaitEnd()).as("halted at " + place).isEqualTo(EngineProcess.HALTED);
            }
        }

        // then
        try (var engine = engine(null)) {
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(confirmations()).hasSize(1));
            await().atMost(LIMIT).untilAsserted(() -> assertStartedOnce(engine.api()));
            assertThat(confirmations()).hasSize(1);
        }
    }

    private EngineProcess engine(String place) {
        return EngineProcess.start(database, TestServers.zeebeAddress(), place);
    }

    private static void assertStartedOnce(Api api) {
        var events = api.items("/events?type=orderINITIALIZED");
        assertThat(events).hasSize(1);
        var event = api.get("/events/" + events.get(0).path("id").asString());
        assertThat(event.path("decisions"))
                .hasSize(1)
                .allMatch(decision -> decision.path("outcome").asString().equals("started"));
        assertThat(api.items("/journeys")).hasSize(1);
        assertThat(api.get("/orders/chain").path("statusEvents")).isEmpty();
        assertThat(api.items("/messages?state=handed-over")).isNotEmpty();
        assertThat(api.items("/messages?state=uncertain")).isEmpty();
    }

    /** What comes a day later is left out: other tests may have moved the broker's clock. */
    private static List<String> confirmations() {
        return TestMail.subjectsTo(ADDRESS).stream()
                .filter(subject -> subject.startsWith("Your order chain"))
                .toList();
    }

    private static Map<String, Object> order() {
        var item = Map.of("externalItemId", "T-1", "name", "Aida", "quantity", 1, "cost", 480);
        var order = Map.of(
                "externalOrderId",
                "chain",
                "totalCost",
                480,
                "status",
                "INITIALIZED",
                "date",
                "2026-05-01T10:00:00Z",
                "currency",
                "SEK",
                "email",
                ADDRESS,
                "items",
                List.of(item));
        return Map.of("orders", List.of(order));
    }
}
