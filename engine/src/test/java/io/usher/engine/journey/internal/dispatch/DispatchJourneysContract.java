package io.usher.engine.journey.internal.dispatch;

import static io.usher.engine.journey.TestBlocks.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestJourneys;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What dispatch may rely on, by the store in memory as by MongoDB: the first is what the laws of dispatch are tried on. */
abstract class DispatchJourneysContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    abstract DispatchJourneys store();

    @Test
    void shouldInsertOnce() {
        var journey = inserted();
        Async.await(store().insert(journey));
        assertThat(Async.value(store().findAll(List.of(journey.id())))).containsOnlyKeys(journey.id());
    }

    @Test
    void shouldFindForAStopWhatStartedBelowItsPositionAndHasNotEnded() {
        // given
        var journey = inserted();

        // then
        assertThat(below(journey, journey.startPosition())).isEmpty();
        assertThat(below(journey, journey.startPosition() + 1)).containsExactly(journey.id());

        // when
        end(journey, "stop-event", "e9");

        // then
        assertThat(below(journey, journey.startPosition() + 1)).isEmpty();
    }

    @Test
    void shouldKeepTheFirstEnd() {
        var journey = inserted();
        end(journey, "stop-event", "e9");
        var again = end(journey, "begun-again", "e10");
        assertThat(again.state()).isEqualTo(State.STOPPED);
        assertThat(again.end()).isNotNull();
        assertThat(again.end().event()).isEqualTo(new EventId("e9"));
    }

    @Test
    void shouldCountForReentryWhatRunsAndTheLatestStart() {
        var journey = inserted();
        var view = scope(journey, "", "another");
        assertThat(view.running()).extracting(Journey::id).containsExactly(journey.id());
        assertThat(view.latestStart()).isEqualTo(journey.startedAt());
    }

    @Test
    void shouldNotCountForReentryTheJourneyThatTheEventItselfStarted() {
        var journey = inserted();
        var own = scope(journey, "", journey.start().event().value());
        assertThat(own.running()).isEmpty();
        assertThat(own.latestStart()).isNull();
    }

    @Test
    void shouldStillCountForReentryWhatTheEventItselfEndedByBeginningAgain() {
        var journey = inserted();
        end(journey, "begun-again", "e9");
        assertThat(scope(journey, "", "e9").running()).extracting(Journey::id).containsExactly(journey.id());
        assertThat(scope(journey, "", "another").running()).isEmpty();
        assertThat(scope(journey, "", "another").latestStart()).isEqualTo(journey.startedAt());
    }

    @Test
    void shouldNotCountForReentryWhatTheEventItselfStopped() {
        var journey = inserted();
        end(journey, "stop-event", "e9");
        assertThat(scope(journey, "", "e9").running()).isEmpty();
        assertThat(scope(journey, "", "e9").latestStart()).isEqualTo(journey.startedAt());
    }

    @Test
    void shouldNotCountForReentryWhatHasAnotherValue() {
        var journey = inserted();
        end(journey, "begun-again", "e9");
        var other = scope(journey, "another", "e9");
        assertThat(other.running()).isEmpty();
        assertThat(other.latestStart()).isNull();
    }

    private Journey inserted() {
        var journey = TestJourneys.starting(TestJourneys.version(node("Start", new Begin())));
        Async.await(store().insert(journey));
        return journey;
    }

    private Journey end(Journey journey, String code, String event) {
        var end = new End(NOW, Reason.told(code, "Ended"), new EventId(event), new EventTypeKey("end"));
        return Async.value(store().stop(journey.id(), end, false));
    }

    private List<JourneyId> below(Journey journey, long position) {
        return Async.value(store().running(journey.workspace(), journey.contact(), journey.workflow(), position))
                .stream()
                .map(Journey::id)
                .toList();
    }

    private DispatchJourneys.ScopeView scope(Journey journey, String value, String event) {
        var scope = new Journey.Scope("", value);
        return Async.value(
                store().scope(journey.workspace(), journey.workflow(), journey.contact(), scope, new EventId(event)));
    }
}
