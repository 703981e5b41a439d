package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.BrokerProcess;
import io.usher.engine.testing.EngineProcess;
import io.usher.engine.testing.Sample;
import io.usher.engine.testing.StoreProcess;
import io.usher.engine.testing.TestMail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker and store are each killed under load, once; every accepted event still leads to its message, once. */
class ServerKillIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int EVENTS = 30;

    @TempDir
    private Path folder;

    @Test
    void shouldSendEveryMessageOnceWhenBrokerAndStoreAreKilledUnderLoad() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        try (var store = StoreProcess.start(folder.resolve("store"));
                var broker = BrokerProcess.start(folder.resolve("zeebe"));
                var engine = EngineProcess.start(store.uri(), broker.address(), null)) {
            var api = engine.api();
            Sample.named("order-confirmation").load(api);

            var accepted = new HashSet<>(send(api, run, 0));
            broker.killAndStartAgain();
            accepted.addAll(send(api, run, 1));
            store.killAndStartAgain();
            await().atMost(LIMIT).ignoreExceptions().until(() -> api.get("/me") != null);
            accepted.addAll(send(api, run, 2));

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(accepted)
                            .allSatisfy(order -> assertThat(TestMail.to(order + "@example.com"))
                                    .hasSize(1)));
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(api.items("/messages?state=uncertain")).isEmpty());
        }
    }

    /** The orders that were answered 200; one that was refused or got no answer promises nothing. */
    private static Set<String> send(Api api, String run, int round) {
        var accepted = new HashSet<String>();
        for (int i = 0; i < EVENTS; i++) {
            var order = "k" + run + "-" + round + "-" + i;
            if (accepted(api, order)) {
                accepted.add(order);
            }
        }
        assertThat(accepted).isNotEmpty();
        return accepted;
    }

    private static boolean accepted(Api api, String order) {
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
                order + "@example.com",
                "items",
                List.of(Map.of("externalItemId", "T-1", "name", "Aida", "quantity", 1, "cost", 480)));
        var answer = api.send("POST", "/orders", Map.of("orders", List.of(body)));
        return answer.status() == 200 && answer.body().path("accepted").asInt() == 1;
    }
}
