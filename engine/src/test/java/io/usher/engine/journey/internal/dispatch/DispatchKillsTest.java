package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.event.Decision;
import io.usher.engine.event.Decision.Outcome;
import io.usher.engine.event.Event;
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
import io.usher.engine.testing.Killed;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * Laws 1, 3 and 7 at every named place of dispatch: an engine that ends there leaves a state from which another comes to what one
 * that was never disturbed comes to, to the last decision.
 */
class DispatchKillsTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final WorkflowId STOPPED = new WorkflowId("stopped-and-started");
    private static final WorkflowId AGAIN = new WorkflowId("begun-again");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dispatch-after-look",
                "dispatch-after-intent",
                "dispatch-after-stop",
                "dispatch-after-reentry-read",
                "dispatch-after-reentry",
                "dispatch-after-insert",
                "dispatch-before-finish"
            })
    void shouldComeToTheSameWhenTheEngineIsKilledAt(String place) {
        // given: journeys that the event stops, and one that it begins again
        var undisturbed = new Servers();
        undisturbed.dispatch("first", new Engine(undisturbed));
        undisturbed.dispatch("both", new Engine(undisturbed));
        var servers = new Servers();
        servers.dispatch("first", new Engine(servers));
        var dying = new Engine(servers);

        // when
        Killed.at(dying.places, place);
        assertThatThrownBy(() -> servers.dispatch("both", dying)).isInstanceOf(Killed.class);
        assertThat(servers.event("both").due()).isTrue();
        servers.dispatch("both", new Engine(servers));

        // then
        assertThat(servers.event("both").decisions())
                .extracting(Decision::outcome)
                .containsExactlyInAnyOrder(Outcome.STOPPED, Outcome.STARTED, Outcome.STARTED);
        assertThat(servers.stores.events).isEqualTo(undisturbed.stores.events);
        assertThat(servers.stores.journeys).isEqualTo(undisturbed.stores.journeys);
        assertThat(servers.stores.rows).isEqualTo(undisturbed.stores.rows);
    }

    /** What outlives an engine: two events of one contact, and what came of them. */
    private static final class Servers {

        private final FakeStores stores = new FakeStores(new Schedule(0, 0));

        private Servers() {
            store("first", 1);
            store("both", 2);
        }

        private void dispatch(String event, Engine engine) {
            engine.dispatch.dispatch(event(event), links());
        }

        private Event event(String id) {
            return stores.events.get(new EventId(id));
        }

        private void store(String id, long position) {
            var at = NOON.plusSeconds(position);
            var event = new Event(
                    new EventId(id),
                    WORKSPACE,
                    new EventTypeKey(id),
                    null,
                    Params.EMPTY,
                    new ContactId("c"),
                    at,
                    at,
                    false,
                    "test",
                    List.of(),
                    position,
                    true,
                    null,
                    null,
                    List.of());
            stores.events.put(event.id(), event);
        }

        private static LinkTable links() {
            var restart = new Reentry(Mode.EACH, 0, null, null, WhileRunning.RESTART);
            var stop = List.of(new StopLink(new EventTypeKey("both"), null, List.of()));
            return new LinkTable(
                    1,
                    List.of(
                            new Linked(STOPPED, "Stopped and started", 1, false, starts(Reentry.EACH_TIME), stop),
                            new Linked(AGAIN, "Begun again", 1, false, starts(restart), List.of())));
        }

        private static List<StartLink> starts(Reentry reentry) {
            return Stream.of("first", "both")
                    .map(type -> new StartLink(new EventTypeKey(type), null, reentry))
                    .toList();
        }
    }

    /** The dispatching part of one engine, with nothing in memory but itself. */
    private static final class Engine {

        private final CrashPoints places =
                CrashPoints.of(new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), true));
        private final Dispatch dispatch;

        private Engine(Servers servers) {
            var stores = servers.stores;
            var clock = Clock.fixed(NOON, ZoneOffset.UTC);
            var ending = new Ending(stores.journeyStore, instance -> Mono.empty(), new NoMessages(), clock);
            var gate = new ReentryGate(
                    stores.documents, stores.journeyStore, stores.queue, ending, new ReentryPeriod(null), places);
            var properties = new JourneyProperties(
                    Duration.ofHours(72), Duration.ofHours(24), 4, 5, 4, Duration.ofSeconds(60), 3);
            dispatch = new Dispatch(
                    stores.queue,
                    new Look(null, stores.journeyStore, new NoHistory(), properties),
                    new Act(stores.journeyStore, gate, ending, places),
                    () -> {},
                    places);
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
