package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.Decision;
import io.usher.engine.event.Decision.Outcome;
import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.message.Messages;
import io.usher.engine.message.NewMessage;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.LinkTable.Linked;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.Reentry.Mode;
import io.usher.engine.workflow.Reentry.WhileRunning;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.StopLink;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * Laws 1, 2, 4, 5 and 7 of dispatch under many random orders of steps, with two owners at once (one of them is always late),
 * crashes, journeys that end by themselves and Send blocks. A failure prints the order; the seed repeats it.
 */
class DispatchLawsTest {

    private static final int ORDERS = Integer.getInteger("usher.orders", 150);
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final ContactId CONTACT = new ContactId("c");
    private static final WorkflowId WORKFLOW = new WorkflowId("f");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Reentry ONCE = new Reentry(Mode.ONCE, 0, null, null, WhileRunning.START);
    private static final Reentry SKIP = new Reentry(Mode.EACH, 0, null, null, WhileRunning.SKIP);
    private static final Reentry RESTART = new Reentry(Mode.EACH, 0, null, null, WhileRunning.RESTART);
    private static final Reentry ONCE_RESTART = new Reentry(Mode.ONCE, 0, null, null, WhileRunning.RESTART);
    private static final Reentry ONCE_PER_SHOW = new Reentry(Mode.ONCE, 0, null, "show", WhileRunning.START);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldStartEachEventOnceWhenEveryEventStarts(int crashes) {
        everyOrder(crashes, Reentry.EACH_TIME, List.of("start", "start", "start"), world -> {
            assertThat(world.stores.journeys).hasSize(3);
            world.assertDecisionsSayWhatIs();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldStartOnceWhenThePolicyIsOnce(int crashes) {
        everyOrder(crashes, ONCE, List.of("start", "start", "start"), world -> {
            assertThat(world.stores.journeys).hasSize(1);
            world.assertDecisionsSayWhatIs();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void shouldStartOncePerValueWhenThePolicyCountsByAParam(int crashes) {
        everyOrder(crashes, ONCE_PER_SHOW, List.of("start:a", "start:b", "start:a"), world -> {
            assertThat(world.stores.journeys.values().stream()
                            .map(journey -> journey.scope().value()))
                    .containsExactlyInAnyOrder("a", "b");
            world.assertDecisionsSayWhatIs();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldNeverLetTwoRunWhenOneRunningKeepsOthersOut(int crashes) {
        everyOrder(crashes, SKIP, List.of("start", "start", "start"), world -> {
            assertThat(world.stores.violations).isEmpty();
            assertThat(world.stores.journeys).isNotEmpty();
            world.assertDecisionsSayWhatIs();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldLeaveAtMostOneRunningWhenANewerOneBeginsAgain(int crashes) {
        everyOrder(crashes, RESTART, List.of("start", "start", "start"), world -> {
            assertThat(world.running()).hasSizeLessThanOrEqualTo(1);
            world.assertDecisionsSayWhatIs();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldSendOnceWhenOnceMayBeginAgainUntilSomethingWasSent(int crashes) {
        everyOrder(crashes, ONCE_RESTART, List.of("start", "start", "start"), world -> {
            assertThat(world.stores.journeys.values().stream().filter(Journey::sent))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(world.running()).hasSizeLessThanOrEqualTo(1);
            world.assertDecisionsSayWhatIs();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldEndWhatStartedBeforeAStopAndKeepWhatStartedAfterIt(int crashes) {
        everyOrder(crashes, Reentry.EACH_TIME, List.of("start", "stop", "start"), world -> {
            assertThat(world.journey(1).state()).isNotIn(State.STARTING, State.RUNNING);
            assertThat(world.journey(3).end())
                    .satisfiesAnyOf(
                            end -> assertThat(end).isNull(),
                            end -> assertThat(end.event()).isNull());
            world.assertDecisionsSayWhatIs();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void shouldStopFirstAndThenStartWhenOneEventDoesBoth(int crashes) {
        everyOrder(crashes, SKIP, List.of("start", "both"), World::assertBothStarted);
        everyOrder(crashes, RESTART, List.of("start", "both"), World::assertBothStarted);
    }

    private static void everyOrder(int crashes, Reentry policy, List<String> events, Consumer<World> law) {
        for (int seed = 0; seed < ORDERS; seed++) {
            var world = new World(seed, crashes, policy, events);
            world.run();
            try {
                assertThat(world.stores.events.values()).noneMatch(Event::due);
                world.assertNoneEndedByItsOwnStart();
                law.accept(world);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n" + world.schedule, e);
            }
        }
    }

    private static final class World {

        private final Schedule schedule;
        private final FakeStores stores;
        private final Dispatch dispatch;
        private final LinkTable links;
        private int ends = 2;

        private World(long seed, int crashes, Reentry policy, List<String> events) {
            schedule = new Schedule(seed, crashes);
            stores = new FakeStores(schedule);
            stores.onlyOneMayRun = policy.whileRunning() == WhileRunning.SKIP;
            links = links(policy);
            dispatch = dispatch();
            for (int i = 0; i < events.size(); i++) {
                store(i + 1, events.get(i));
            }
            schedule.process("D1", this::dispatchAll);
            schedule.process("D2", this::dispatchAll);
            schedule.process("block", this::send);
            schedule.process("time", this::finishOne);
        }

        private void run() {
            schedule.run();
            while (stores.events.values().stream().anyMatch(Event::due)) {
                dispatchAll();
            }
        }

        private void dispatchAll() {
            for (int pass = 0; pass < 4; pass++) {
                for (Event event : stores.due()) {
                    if (!dispatch.dispatch(event, links)) {
                        break;
                    }
                }
            }
        }

        private void send() {
            for (int i = 0; i < 4; i++) {
                schedule.step("Send: mark sent");
                stores.journeys.values().stream()
                        .filter(journey -> !journey.state().ended() && !journey.sent())
                        .findFirst()
                        .ifPresent(journey ->
                                stores.change(journey.id(), j -> FakeStores.with(j, State.RUNNING, null, true)));
            }
        }

        private void finishOne() {
            for (int i = 0; i < 6; i++) {
                schedule.step("a journey ends by itself");
                var running = running();
                if (ends > 0 && !running.isEmpty()) {
                    ends--;
                    var end = new Journey.End(NOON, Reason.told("finished", ""), null, null);
                    stores.change(running.getFirst().id(), j -> FakeStores.with(j, State.FINISHED, end, j.sent()));
                }
            }
        }

        private List<Journey> running() {
            return stores.journeys.values().stream()
                    .filter(journey -> !journey.state().ended())
                    .toList();
        }

        private Journey journey(int event) {
            return Objects.requireNonNull(
                    stores.journeys.get(Journey.idOf(WORKSPACE, new EventId("e" + event), WORKFLOW)));
        }

        private void assertNoneEndedByItsOwnStart() {
            assertThat(stores.journeys.values())
                    .noneMatch(j ->
                            j.end() != null && j.start().event().equals(j.end().event()));
        }

        private void assertBothStarted() {
            assertThat(journey(1).state()).isNotIn(State.STARTING, State.RUNNING);
            assertThat(stores.events.get(new EventId("e2")).decisions())
                    .extracting(Decision::outcome)
                    .hasSize(2)
                    .contains(Outcome.STARTED);
            assertThat(journey(2).end())
                    .satisfiesAnyOf(
                            end -> assertThat(end).isNull(),
                            end -> assertThat(end.because().code()).isEqualTo("finished"));
        }

        private void assertDecisionsSayWhatIs() {
            for (Event event : stores.events.values()) {
                assertThat(event.decisions()).hasSize(1);
                var decision = event.decisions().getFirst();
                switch (decision.outcome()) {
                    case STARTED, NOT_STARTED ->
                        assertThat(stores.journeys.containsKey(Journey.idOf(WORKSPACE, event.id(), WORKFLOW)))
                                .isEqualTo(decision.outcome() == Outcome.STARTED);
                    case STOPPED, NOTHING_TO_STOP ->
                        assertThat(decision.journeyIds())
                                .containsExactlyInAnyOrderElementsOf(stores.journeys.values().stream()
                                        .filter(j -> j.end() != null
                                                && event.id().equals(j.end().event()))
                                        .map(Journey::id)
                                        .toList());
                    case NOT_STOPPED, WOKE -> throw new AssertionError(decision.toString());
                }
            }
        }

        private void store(int position, String what) {
            var parts = what.split(":");
            var id = new EventId("e" + position);
            var params = parts.length > 1 ? new Params(java.util.Map.of("show", parts[1])) : Params.EMPTY;
            var at = NOON.plusSeconds(position);
            stores.events.put(
                    id,
                    new Event(
                            id,
                            WORKSPACE,
                            new EventTypeKey(parts[0]),
                            null,
                            params,
                            CONTACT,
                            at,
                            at,
                            false,
                            "test",
                            List.of(),
                            position,
                            true,
                            null,
                            null,
                            List.of()));
        }

        private static LinkTable links(Reentry policy) {
            var starts = Stream.of("start", "both")
                    .map(type -> new StartLink(new EventTypeKey(type), null, policy))
                    .toList();
            var stops = Stream.of("stop", "both")
                    .map(type -> new StopLink(new EventTypeKey(type), null, List.of()))
                    .toList();
            return new LinkTable(1, List.of(new Linked(WORKFLOW, "Flow", 1, false, starts, stops)));
        }

        private Dispatch dispatch() {
            var platform = new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), true);
            var crashPoints = CrashPoints.of(platform);
            var ending = new Ending(
                    stores.journeyStore, instance -> Mono.empty(), new NoMessages(), Clock.fixed(NOON, ZoneOffset.UTC));
            var gate = new ReentryGate(
                    stores.documents, stores.journeyStore, stores.queue, ending, new ReentryPeriod(null), crashPoints);
            var act = new Act(stores.journeyStore, gate, ending, crashPoints);
            return new Dispatch(
                    stores.queue,
                    new Look(null, stores.journeyStore, new NoHistory(), properties()),
                    act,
                    () -> {},
                    crashPoints);
        }

        private static JourneyProperties properties() {
            return new JourneyProperties(
                    Duration.ofHours(72), Duration.ofHours(24), 4, 5, 4, Duration.ofSeconds(60), 3);
        }
    }

    private static final class NoMessages implements Messages {

        @Override
        public Mono<Void> store(NewMessage message) {
            return Mono.empty();
        }

        @Override
        public Mono<Long> withdraw(JourneyId journey, Reason because, Instant at) {
            return Mono.just(0L);
        }

        @Override
        public Mono<Boolean> withdraw(MessageId message, Reason because, Instant at) {
            return Mono.just(false);
        }
    }
}
