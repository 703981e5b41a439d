package io.usher.engine.journey;

import static io.usher.engine.journey.TestBlocks.flow;
import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestBlocks.Effect;
import io.usher.engine.journey.TestBlocks.Finish;
import io.usher.engine.journey.TestBlocks.Pause;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.words.English;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.spi.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A start that cannot succeed ends in sight, where a person can retry or stop it; servers that are away never count. */
class StartFailuresIT {

    private static final NamedActor ANN = new NamedActor(Actor.system("ann"), "Ann");

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Map<WorkflowId, Version> VERSIONS = new ConcurrentHashMap<>();
    private static JourneyEngine engine;

    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    @BeforeAll
    static void start() {
        engine = new JourneyEngine("journeys_it_" + Ids.random().substring(0, 8), VERSIONS, true);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @AfterEach
    void clear() {
        engine.crashPoints().clear();
    }

    @Test
    void shouldParkAStartWhoseProcessTheBrokerRefusesAndGoOnWhenItIsRetried() {
        // given a version that the broker has lost and does not take again
        var version = simple();
        VERSIONS.put(version.workflow(), version);
        engine.redeployAs(version, "<nonsense/>".getBytes(StandardCharsets.UTF_8));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FAILED);
        var failure = engine.now(journey).failure();
        assertThat(failure.because().code()).isEqualTo("start-failed");
        assertThat(failure.block()).isEqualTo("A");
        assertThat(English.of(failure.because())).isNotBlank();
        assertThat(lines(journey)).containsExactly("Start done", "A failed");

        // when
        engine.redeployAs(version, null);
        retry(journey);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1");
        assertThat(lines(journey)).containsExactly("Start done", "A failed", "A retried", "A done", "End done");
    }

    @Test
    void shouldParkAStartWhoseVersionIsMissing() {
        // given
        var version = simple();

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FAILED);
        assertThat(engine.now(journey).failure().because().code()).isEqualTo("start-failed");
        assertThat(English.of(engine.now(journey).failure().because())).contains("Version 1 of workflow", "is missing");
        assertThatThrownBy(() -> Async.value(engine.journeys().skip(journey.workspace(), journey.id(), ANN)))
                .hasMessageContaining("is missing");

        // when it is there again
        engine.deploy(version);
        retry(journey);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1");
    }

    @Test
    void shouldStopAStartThatWasParked() {
        var journey = engine.start(simple());
        awaitState(journey, State.FAILED);

        Async.value(engine.journeys().stop(journey.workspace(), journey.id(), ANN));

        assertThat(engine.now(journey).state()).isEqualTo(State.STOPPED);
        assertThat(engine.now(journey).failure()).isNull();
    }

    @Test
    void shouldBeginAtTheSamePlaceWhenALaterRunCouldNotStart() {
        // given a journey that is parked at its second block, and whose next run cannot start
        var broken = new AtomicBoolean(true);
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node("A", noting(), flow("F2", "A", "B")),
                node(
                        "B",
                        new Effect(visit -> {
                            effects.add(visit.key());
                            return broken.get()
                                    ? new Outcome.Failed(Reason.told("broken", "It is broken"))
                                    : new Outcome.GoOn(said("did"));
                        }),
                        flow("F3", "B", "End")),
                node("End", new Finish())));
        var journey = engine.start(version);
        awaitState(journey, State.FAILED);
        engine.crashPoints().at("start-after-decide", () -> {
            throw new IllegalStateException("No instance can be made");
        });
        retry(journey);
        await().atMost(LONG).until(() -> {
            var failure = engine.now(journey).failure();
            return failure != null && failure.because().code().equals("start-failed");
        });
        assertThat(engine.now(journey).failure().block()).isEqualTo("B");

        // when
        engine.crashPoints().clear();
        broken.set(false);
        retry(journey);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1", journey.id() + ":B:1", journey.id() + ":B:1");
    }

    @Test
    void shouldNeverCountAServerThatIsAway() {
        // given a start that finds its server away more often than it may be tried
        engine.crashPoints().at("start-after-decide", () -> {
            if (tries.incrementAndGet() <= 5) {
                throw new UnavailableException("away", new IllegalStateException());
            }
        });
        var version = engine.deploy(simple());

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(engine.trail(journey)).extracting(TrailEntry::result).doesNotContain(TrailEntry.Result.FAILED);
    }

    @Test
    void shouldParkAJourneyInTheMiddleWhenItsVersionIsGone() {
        // given
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "W")),
                node("W", new Pause(Duration.ofSeconds(2)), flow("F2", "W", "A")),
                node("A", noting(), flow("F3", "A", "End")),
                node("End", new Finish())));
        var journey = engine.start(version);
        awaitState(journey, State.RUNNING);

        // when
        VERSIONS.remove(version.workflow());

        // then
        awaitState(journey, State.FAILED);
        assertThat(English.of(engine.now(journey).failure().because())).contains("is missing");
        assertThat(engine.now(journey).instance()).isNull();
        assertThat(effects).isEmpty();
    }

    private void retry(Journey journey) {
        Async.value(engine.journeys().retry(journey.workspace(), journey.id(), ANN));
    }

    private Version simple() {
        return TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node("A", noting(), flow("F2", "A", "End")),
                node("End", new Finish()));
    }

    private Effect noting() {
        return new Effect(visit -> {
            effects.add(visit.key());
            return new Outcome.GoOn(said("Noted"));
        });
    }

    private static List<String> lines(Journey journey) {
        return engine.trail(journey).stream()
                .map(line -> line.block() + " " + line.result().key())
                .toList();
    }

    private static void awaitState(Journey journey, State state) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(engine.now(journey).state())
                        .as("%s", engine.now(journey))
                        .isEqualTo(state));
    }
}
