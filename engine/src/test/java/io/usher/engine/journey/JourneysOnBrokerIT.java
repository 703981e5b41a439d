package io.usher.engine.journey;

import static io.usher.engine.journey.TestBlocks.flow;
import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.journey.TestBlocks.way;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestBlocks.Crossing;
import io.usher.engine.journey.TestBlocks.Effect;
import io.usher.engine.journey.TestBlocks.Finish;
import io.usher.engine.journey.TestBlocks.Pause;
import io.usher.engine.message.NewMessage;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.words.English;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.MemoryValue;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JourneysOnBrokerIT {

    private static final NamedActor ANN = new NamedActor(Actor.system("ann"), "Ann");
    private static final NamedActor BOB = new NamedActor(Actor.system("bob"), "Bob");

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String DATABASE = "journeys_it_" + Ids.random().substring(0, 8);
    private static final Map<WorkflowId, Version> VERSIONS = new ConcurrentHashMap<>();
    private static JourneyEngine engine;

    private final List<String> effects = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        engine = new JourneyEngine(DATABASE, VERSIONS, true);
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
    void shouldRunFromStartThroughWaitAndDecisionToEnd() {
        // given
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node("A", noting(), flow("F2", "A", "W")),
                node("W", new Pause(Duration.ofSeconds(1)), flow("F3", "W", "G")),
                node("G", new Crossing(visit -> 0), way("F4", "G", "B", 0), way("F5", "G", "End", 1)),
                node("B", noting(), flow("F6", "B", "End")),
                node("End", new Finish())));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1", journey.id() + ":B:1");
        var trail = engine.trail(journey);
        assertThat(trail).extracting(TrailEntry::block).containsExactly("Start", "A", "W", "G", "B", "End");
        assertThat(English.of(trail.get(2).did())).isEqualTo("Waited 1 seconds");
        assertThat(trail.get(2).left()).isAfterOrEqualTo(trail.get(2).until());
        assertThat(trail.get(3).way()).isEqualTo("Way F4");
        awaitGone(engine.now(journey).instance());
    }

    @Test
    void shouldFinishWithoutInstanceWhenWayLeadsStraightToEnd() {
        // given
        var version =
                TestJourneys.version(node("Start", new Begin(), flow("F1", "Start", "End")), node("End", new Finish()));
        VERSIONS.put(version.workflow(), version);

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(engine.now(journey).instance()).isNull();
        assertThat(English.of(engine.now(journey).end().because())).isEqualTo("Reached the end \"The End\".");
    }

    @Test
    void shouldDeployAgainWhenBrokerDoesNotKnowTheVersion() {
        // given a version that was never deployed here
        var version = single(noting());
        VERSIONS.put(version.workflow(), version);

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
    }

    @Test
    void shouldHaveOneEffectWhenStartIsLostBetweenCreateAndBind() {
        // given
        var lost = new AtomicInteger();
        engine.crashPoints().at("start-after-create", () -> {
            if (lost.getAndIncrement() == 0) {
                throw new IllegalStateException("lost between create and bind");
            }
        });
        var version = engine.deploy(single(noting()));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1");
    }

    @Test
    void shouldCancelDoubledInstanceWithoutEffect() {
        // given a journey that waits, and a second instance of it at a job
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node("A", noting(), flow("F2", "A", "W")),
                node("W", new Pause(Duration.ofDays(1)), flow("F3", "W", "End")),
                node("End", new Finish())));
        var journey = engine.start(version);
        awaitAt(journey, "W");

        // when
        long second = create(version, journey.id().value());

        // then
        awaitGone(second);
        assertThat(effects).containsExactly(journey.id() + ":A:1");
        assertThat(engine.alive(engine.now(journey).instance())).isTrue();
    }

    @Test
    void shouldLeaveJobOfUnknownJourneyAlone() {
        // given
        var version = engine.deploy(single(noting()));
        double before = engine.unknownJobs();

        // when
        long foreign = create(version, "nobody");

        // then
        await().atMost(LONG).until(() -> engine.unknownJobs() > before);
        assertThat(engine.alive(foreign)).isTrue();
        assertThat(effects).isEmpty();
        engine.client().newCancelInstanceCommand(foreign).send().join();
    }

    @Test
    void shouldKeepEffectKeyWhenParkedBlockIsRetried() {
        // given
        var broken = new AtomicBoolean(true);
        var version = engine.deploy(single(new Effect(visit -> {
            effects.add(visit.key());
            return broken.get()
                    ? new Outcome.Failed(Reason.told("no-segment", "Segment x is missing"))
                    : new Outcome.GoOn(said("did"));
        })));
        var journey = engine.start(version);
        awaitState(journey, State.FAILED);
        assertThat(engine.now(journey).instance()).isNull();
        assertThat(English.of(engine.now(journey).failure().because())).isEqualTo("Segment x is missing");

        // when
        broken.set(false);
        Async.value(engine.journeys().retry(journey.workspace(), journey.id(), ANN));

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1", journey.id() + ":A:1");
        assertThat(engine.trail(journey))
                .extracting(TrailEntry::result)
                .contains(TrailEntry.Result.FAILED, TrailEntry.Result.RETRIED);
    }

    @Test
    void shouldGoOnBehindSkippedBlockAndWithdrawItsMessage() {
        // given
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node(
                        "A",
                        new Effect(visit -> new Outcome.Failed(Reason.told("broken", "It is broken"))),
                        flow("F2", "A", "B")),
                node("B", noting(), flow("F3", "B", "End")),
                node("End", new Finish())));
        var journey = engine.start(version);
        awaitState(journey, State.FAILED);

        // when
        Async.value(engine.journeys().skip(journey.workspace(), journey.id(), ANN));

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":B:1");
        assertThat(engine.withdrawn())
                .contains(NewMessage.idOf(journey.id() + ":A:1").value());
        assertThat(Async.value(engine.mayHandOver(journey, "A", 1))).isFalse();
        assertThat(Async.value(engine.mayHandOver(journey, "B", 1))).isTrue();
    }

    @Test
    void shouldParkJourneyWhenTriesOfItsBlockAreUsedUp() {
        // given
        var version = engine.deploy(single(new Effect(visit -> {
            effects.add(visit.key());
            throw new IllegalStateException("Template is broken");
        })));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FAILED);
        assertThat(effects).hasSize(3).containsOnly(journey.id() + ":A:1");
        assertThat(engine.now(journey).failure().because().code()).isEqualTo("tries-used-up");
    }

    @Test
    void shouldStartAlsoWhenAnErrorEndsTheFirstTry() {
        // given
        var tries = new AtomicInteger();
        engine.crashPoints().at("start-after-decide", () -> {
            if (tries.getAndIncrement() == 0) {
                throw new NoClassDefFoundError("io/usher/Missing");
            }
        });
        var version = engine.deploy(single(noting()));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1");
    }

    @Test
    void shouldParkJourneyWhoseBlockAlwaysOverflowsTheStack() {
        // given
        var version = engine.deploy(single(new Effect(visit -> {
            throw new StackOverflowError();
        })));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FAILED);
        assertThat(English.of(engine.now(journey).failure().because()))
                .isEqualTo("Unexpected failure; the engine's log has the cause");
    }

    @Test
    void shouldCancelWaitingInstanceOfStoppedJourney() {
        // given
        var version = engine.deploy(waiting(Duration.ofDays(30)));
        var journey = engine.start(version);
        awaitAt(journey, "W");
        awaitState(journey, State.RUNNING);
        long instance = engine.now(journey).instance();

        // when
        var stopped = Async.value(engine.journeys().stop(journey.workspace(), journey.id(), ANN));

        // then
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        awaitGone(instance);
        assertThat(English.of(engine.now(journey).end().because())).isEqualTo("Stopped by Ann.");
        assertThat(engine.withdrawn()).contains(journey.id().value());
        assertThatThrownBy(() -> Async.value(engine.journeys().stop(journey.workspace(), journey.id(), BOB)))
                .hasMessageContaining("ended already");
    }

    @Test
    void shouldNoteEffectThatWasUnderWayWhenJourneyWasStopped() {
        // given a block during whose effect the journey is stopped
        var version = engine.deploy(single(new Effect(visit -> {
            Async.value(engine.journeys().stop(visit.workspace(), visit.journey(), ANN));
            return new Outcome.GoOn(said("Did it"));
        })));

        // when
        var journey = engine.start(version);

        // then
        await().atMost(LONG)
                .until(() -> engine.trail(journey).stream()
                        .anyMatch(line -> line.result() == TrailEntry.Result.LATE
                                && English.of(line.did()).startsWith("Did it")));
        assertThat(engine.now(journey).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void shouldGoOnWithAnotherEngineWhenTheFirstOneIsGone() {
        // given a journey that waits, started by an engine that ends
        Version version;
        Journey journey;
        var database = DATABASE + "_2";
        try (var first = new JourneyEngine(database, VERSIONS, true)) {
            version = first.deploy(waiting(Duration.ofSeconds(3)));
            journey = first.start(version);
            var started = journey;
            await().atMost(LONG).until(() -> first.now(started).instance() != null);
        }

        // when, then
        try (var second = new JourneyEngine(database, VERSIONS, true)) {
            await().atMost(LONG).until(() -> second.now(journey).state() == State.FINISHED);
            assertThat(effects).containsExactly(journey.id() + ":B:1");
        }
    }

    @Test
    void shouldAnswerFromTheRecordWhenWorkerIsLostBehindIt() {
        // given
        var lost = new AtomicInteger();
        engine.crashPoints().at("visit-after-record", () -> {
            if (lost.getAndIncrement() == 0) {
                throw new IllegalStateException("lost between record and completion");
            }
        });
        var version = engine.deploy(single(noting()));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        awaitGone(engine.now(journey).instance());
        assertThat(effects).containsExactly(journey.id() + ":A:1");
    }

    @Test
    void shouldWaitForWhatHasNotComeWithoutUsingUpTries() {
        // given a block that is not ready five times, more often than it may be tried
        var version = engine.deploy(single(new Effect(visit -> {
            effects.add(visit.key());
            return effects.size() <= 5
                    ? new Outcome.NotYet(said("Order 1001 has not come yet"), Duration.ofMillis(1))
                    : new Outcome.GoOn(said("Order 1001 found"), JourneyMemory.ofOrder("1001"));
        })));

        // when
        var journey = engine.start(version);

        // then
        await().atMost(LONG)
                .until(() -> engine.trail(journey).stream()
                        .anyMatch(line -> "Order 1001 has not come yet".equals(English.of(line.did()))));
        awaitState(journey, State.FINISHED);
        assertThat(engine.now(journey).memory()).isEqualTo(JourneyMemory.ofOrder("1001"));
        assertThat(engine.trail(journey)).extracting(TrailEntry::block).containsExactly("Start", "A", "End");
    }

    @Test
    void shouldHandOnToLaterBlocksAndToTheDecisionRightBehind() {
        // given A remembers, G right behind it decides by that, and B reads it after a wait
        var seen = new CopyOnWriteArrayList<String>();
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node("A", new Effect(visit -> answering("yes")), flow("F2", "A", "G")),
                node(
                        "G",
                        new Crossing(visit -> visit.memory().text("answer").isPresent() ? 0 : 1),
                        way("F3", "G", "W", 0),
                        way("F4", "G", "End", 1)),
                node("W", new Pause(Duration.ofMillis(200)), flow("F5", "W", "B")),
                node(
                        "B",
                        new Effect(visit -> {
                            seen.add(visit.memory().text("answer").orElse("nothing"));
                            return new Outcome.GoOn(said("Read it"));
                        }),
                        flow("F6", "B", "End")),
                node("End", new Finish())));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(seen).containsExactly("yes");
    }

    @Test
    void shouldSayWhatIsTooMuchToRememberAndParkTheJourneyThere() {
        // given
        var version = engine.deploy(single(new Effect(visit -> answering("x".repeat(JourneyMemory.MOST_CHARACTERS)))));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FAILED);
        var failure = engine.now(journey).failure();
        assertThat(failure.because().code()).isEqualTo("memory-full");
        assertThat(English.of(failure.because())).contains("\"answer\"", "16006", "16000");
        assertThat(engine.now(journey).memory()).isEqualTo(JourneyMemory.EMPTY);
    }

    private static Outcome answering(String answer) {
        return new Outcome.GoOn(said("Asked"), JourneyMemory.of("answer", new MemoryValue.Text(answer)));
    }

    @Test
    void shouldUseNewEffectKeyForEachPassOfALoop() {
        // given A -> W -> G, back to A until it was passed twice
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node("A", noting(), flow("F2", "A", "W")),
                node("W", new Pause(Duration.ofSeconds(1)), flow("F3", "W", "G")),
                node(
                        "G",
                        new Crossing(visit -> visit.pass() < 2 ? 0 : 1),
                        way("F4", "G", "A", 0),
                        way("F5", "G", "End", 1)),
                node("End", new Finish())));

        // when
        var journey = engine.start(version);

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":A:1", journey.id() + ":A:2");
    }

    @Test
    void shouldJudgeAgainWhenDecisionBehindAWaitFailed() {
        // given
        var broken = new AtomicBoolean(true);
        var version = engine.deploy(TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "W")),
                node("W", new Pause(Duration.ofMillis(100)), flow("F2", "W", "G")),
                node("G", new Crossing(visit -> decide(broken)), way("F3", "G", "B", 0), way("F4", "G", "End", 1)),
                node("B", noting(), flow("F5", "B", "End")),
                node("End", new Finish())));
        var journey = engine.start(version);
        awaitState(journey, State.FAILED);
        assertThat(engine.now(journey).failure().block()).isEqualTo("G");
        assertThatThrownBy(() -> Async.value(engine.journeys().skip(journey.workspace(), journey.id(), ANN)))
                .hasMessageContaining("cannot be skipped");

        // when
        broken.set(false);
        Async.value(engine.journeys().retry(journey.workspace(), journey.id(), ANN));

        // then
        awaitState(journey, State.FINISHED);
        assertThat(effects).containsExactly(journey.id() + ":B:1");
    }

    private static int decide(AtomicBoolean broken) {
        if (broken.get()) {
            throw new IllegalStateException("Rule is broken");
        }
        return 0;
    }

    /** A partition may not have been told of the process yet when its deployment is answered. */
    private static long create(Version version, String journey) {
        return await().atMost(LONG).ignoreExceptions().until(() -> created(version, journey), key -> true);
    }

    private static long created(Version version, String journey) {
        return engine.client()
                .newCreateInstanceCommand()
                .bpmnProcessId(version.processId())
                .latestVersion()
                .variables(Map.of("journey", journey, "run", 1, "exits", Map.of(), "until", Map.of()))
                .send()
                .join()
                .getProcessInstanceKey();
    }

    private Effect noting() {
        Function<Visit, Outcome> note = visit -> {
            effects.add(visit.key());
            return new Outcome.GoOn(said("Noted"));
        };
        return new Effect(note);
    }

    private Version single(Effect effect) {
        return TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "A")),
                node("A", effect, flow("F2", "A", "End")),
                node("End", new Finish()));
    }

    private Version waiting(Duration time) {
        return TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "W")),
                node("W", new Pause(time), flow("F2", "W", "B")),
                node("B", noting(), flow("F3", "B", "End")),
                node("End", new Finish()));
    }

    private static void awaitState(Journey journey, State state) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(engine.now(journey).state())
                        .as("%s", engine.now(journey))
                        .isEqualTo(state));
    }

    private static void awaitAt(Journey journey, String block) {
        await().atMost(LONG).until(() -> {
            var place = engine.now(journey).block();
            return place != null && place.block().equals(block);
        });
    }

    private static void awaitGone(long instance) {
        await().atMost(LONG).ignoreExceptions().until(() -> !engine.alive(instance));
    }
}
