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
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.testing.GrpcGate;
import io.usher.engine.testing.TestServers;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.spi.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A visit that takes longer than a job's time-out: no other worker gets the job while one is at it. */
class LongVisitIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String KEEPS = "UpdateJobTimeout";
    private static final int KEEPS_PER_TIMEOUT = 4;

    private final List<String> effects = new CopyOnWriteArrayList<>();

    @Test
    void shouldVisitOnceAlsoWhenItTakesLongerThanTheTimeout() {
        Map<WorkflowId, Version> versions = new ConcurrentHashMap<>();
        var database = "journeys_it_" + Ids.random().substring(0, 8);
        try (var gate = GrpcGate.to(TestServers.zeebeAddress());
                var engine = engine(database, versions, gate);
                var other = engine(database, versions, gate)) {
            var version = engine.deploy(TestJourneys.version(
                    node("Start", new Begin(), flow("F1", "Start", "A")),
                    node(
                            "A",
                            new Effect(visit -> {
                                effects.add(visit.key());
                                await().atMost(LONG).until(() -> gate.asked(KEEPS) > 3 * KEEPS_PER_TIMEOUT);
                                return new Outcome.GoOn(said("Done"));
                            }),
                            flow("F2", "A", "End")),
                    node("End", new Finish())));

            var journey = engine.start(version);

            await().atMost(LONG).until(() -> other.now(journey).state(), state -> state == State.FINISHED);
            assertThat(effects).containsExactly(journey.id() + ":A:1");
            assertThat(gate.asked("StreamActivatedJobs")).as("jobs are pushed").isPositive();
        }
    }

    private static JourneyEngine engine(String database, Map<WorkflowId, Version> versions, GrpcGate gate) {
        return new JourneyEngine(
                database,
                versions,
                true,
                Map.of(
                        "usher.platform.zeebe-address",
                        gate.address(),
                        "usher.journey.job-timeout",
                        TIMEOUT.toMillis() + "ms"));
    }
}
