package io.usher.engine.journey;

import static io.usher.engine.journey.TestBlocks.flow;
import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestBlocks.Effect;
import io.usher.engine.journey.TestBlocks.Finish;
import io.usher.engine.shared.Ids;
import io.usher.engine.testing.GrpcGate;
import io.usher.engine.testing.TestAuthority;
import io.usher.engine.testing.TestServers;
import io.usher.engine.testing.TokenServer;
import io.usher.engine.workflow.spi.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journey from its start to its end over TLS and with a token. */
class EncryptedBrokerIT {

    @Test
    void shouldRunAJourneyOverTlsWithAToken(@TempDir Path folder) {
        var authority = new TestAuthority(folder);
        var effects = new AtomicInteger();
        try (var tokens = new TokenServer();
                var gate = GrpcGate.withTls(TestServers.zeebeAddress(), authority);
                var engine = new JourneyEngine(
                        "journeys_it_" + Ids.random().substring(0, 8),
                        new ConcurrentHashMap<>(),
                        true,
                        Map.of(
                                "usher.platform.zeebe-address",
                                "grpcs://" + gate.address(),
                                "usher.broker.ca-certificate",
                                authority.certificate().toString(),
                                "usher.broker.client-id",
                                "engine",
                                "usher.broker.client-secret",
                                "secret-1",
                                "usher.broker.authorization-server-url",
                                tokens.url(),
                                "usher.broker.token-audience",
                                "zeebe"))) {
            var version = engine.deploy(TestJourneys.version(
                    node("Start", new Begin(), flow("F1", "Start", "A")),
                    node(
                            "A",
                            new Effect(visit -> {
                                effects.incrementAndGet();
                                return new Outcome.GoOn(said("Done"));
                            }),
                            flow("F2", "A", "End")),
                    node("End", new Finish())));

            var journey = engine.start(version);

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> engine.now(journey).state(), state -> state == State.FINISHED);
            assertThat(effects).hasValue(1);
            assertThat(gate.authorizations()).isNotEmpty().containsOnly("Bearer token-1");
        }
    }
}
