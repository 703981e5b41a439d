package io.usher.engine.journey;

import static io.usher.engine.journey.TestBlocks.flow;
import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestBlocks.Effect;
import io.usher.engine.journey.TestBlocks.Finish;
import io.usher.engine.journey.internal.record.JourneyRuns.Claim;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.time.RealTime;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Each engine starts the journeys of its lanes, and none that another engine has claimed. */
class LanedStartsIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String CREATE = "CreateProcessInstance";
    private static final int JOURNEYS = 60;

    private final Map<WorkflowId, Version> versions = new ConcurrentHashMap<>();
    private final String database = "journeys_it_" + Ids.random().substring(0, 8);
    private final List<String> effects = new CopyOnWriteArrayList<>();

    @Test
    void shouldStartOnEveryEngineAndEachJourneyOnce() {
        try (var firstGate = GrpcGate.to(TestServers.zeebeAddress());
                var secondGate = GrpcGate.to(TestServers.zeebeAddress());
                var first = engine(firstGate);
                var second = engine(secondGate)) {
            // given: both have lanes
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(lanesByOwner(first)).hasSize(2).containsValue(32L));
            var version = first.deploy(simple());

            // when
            var journeys = IntStream.range(0, JOURNEYS)
                    .mapToObj(i -> TestJourneys.starting(version))
                    .toList();
            journeys.forEach(journey -> Async.await(second.dispatch().insert(journey)));

            // then
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(journeys)
                            .allMatch(journey -> first.now(journey).state() == State.FINISHED));
            assertThat(effects).hasSize(JOURNEYS).doesNotHaveDuplicates();
            assertThat(firstGate.answered(CREATE)).isPositive();
            assertThat(secondGate.answered(CREATE)).isPositive();
            assertThat(firstGate.answered(CREATE) + secondGate.answered(CREATE)).isEqualTo(JOURNEYS);
        }
    }

    @Test
    void shouldLeaveAJourneyToWhoClaimedItUntilTheClaimEnds() {
        // given: another engine makes an instance of the older journey
        var now = new RealTime().now();
        var version = simple();
        versions.put(version.workflow(), version);
        var claimed = TestJourneys.starting(version);
        var later = TestJourneys.starting(version);
        try (var another = new JourneyEngine(database, versions, false)) {
            Async.await(another.dispatch().insert(claimed));
            var claim = new Claim("another engine", now.plus(Duration.ofHours(1)));
            assertThat(Async.value(another.runs().claim(claimed.id(), 1, claim, now)))
                    .isTrue();

            try (var engine = new JourneyEngine(database, versions, true)) {
                // when
                Async.await(engine.dispatch().insert(later));

                // then: what came after it is started, it is not
                await().atMost(LONG).until(() -> engine.now(later).state() == State.FINISHED);
                assertThat(engine.now(claimed).state()).isEqualTo(State.STARTING);

                // when the claim ends
                var ended = new Claim("another engine", now);
                assertThat(Async.value(another.runs().claim(claimed.id(), 1, ended, now)))
                        .isTrue();

                // then
                await().atMost(LONG).until(() -> engine.now(claimed).state() == State.FINISHED);
                assertThat(effects).containsExactly(later.id() + ":A:1", claimed.id() + ":A:1");
            }
        }
    }

    private JourneyEngine engine(GrpcGate gate) {
        return new JourneyEngine(database, versions, true, Map.of("usher.platform.zeebe-address", gate.address()));
    }

    private static Map<String, Long> lanesByOwner(JourneyEngine engine) {
        var lanes = engine.mongo().collection("leases").find(Filters.regex("_id", "^lane-"));
        return Async.all(Flux.from(lanes)).stream()
                .collect(Collectors.groupingBy(lease -> lease.getString("owner"), Collectors.counting()));
    }

    private Version simple() {
        return TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node(
                        "A",
                        new Effect(visit -> {
                            effects.add(visit.key());
                            return new Outcome.GoOn(said("Noted"));
                        }),
                        flow("F2", "A", "End")),
                node("End", new Finish()));
    }
}
