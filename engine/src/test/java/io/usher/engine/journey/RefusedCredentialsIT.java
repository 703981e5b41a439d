package io.usher.engine.journey;

import static io.usher.engine.journey.TestBlocks.flow;
import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway that refuses the engine's credentials, or has a fault of its own, is no fault of the journeys that wait for it. */
class RefusedCredentialsIT {

    private static final Duration LONG = Duration.ofSeconds(90);

    private final List<String> effects = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"UNAUTHENTICATED", "PERMISSION_DENIED", "INTERNAL", "UNKNOWN"})
    void shouldLetJourneysWaitUntilTheBrokerTakesThem(Status.Code refusal) {
        Map<WorkflowId, Version> versions = new ConcurrentHashMap<>();
        try (var gate = GrpcGate.to(TestServers.zeebeAddress());
                var engine = new JourneyEngine(
                        "journeys_it_" + Ids.random().substring(0, 8),
                        versions,
                        true,
                        Map.of("usher.platform.zeebe-address", gate.address()))) {
            // given
            var version = engine.deploy(TestJourneys.version(
                    node("Start", new Begin(), flow("F1", "Start", "A")),
                    node(
                            "A",
                            new Effect(visit -> {
                                effects.add(visit.key());
                                return new Outcome.GoOn(said("Noted"));
                            }),
                            flow("F2", "A", "End")),
                    node("End", new Finish())));
            gate.refuse(refusal.toStatus());

            // when more creates are refused than a start may fail
            int before = gate.asked("CreateProcessInstance");
            var journey = engine.start(version);
            await().atMost(LONG).until(() -> gate.asked("CreateProcessInstance") >= before + 5);

            // then
            assertThat(engine.now(journey).state()).isEqualTo(State.STARTING);
            assertThat(engine.now(journey).failure()).isNull();

            // when
            gate.refuse(null);

            // then
            await().atMost(LONG).until(() -> engine.now(journey).state(), state -> state == State.FINISHED);
            assertThat(effects).containsExactly(journey.id() + ":A:1");
            assertThat(engine.trail(journey)).extracting(TrailEntry::result).doesNotContain(TrailEntry.Result.FAILED);
        }
    }
}
