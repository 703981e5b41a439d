package io.usher.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.Decision.Link;
import io.usher.engine.event.Decision.Outcome;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What dispatch may rely on when it changes an event: of two who change it one does, and each step is done once. */
public abstract class DispatchChangesContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123Z");
    private static final Params INTENT = new Params(Map.of("stops", "j1"));
    private static final List<Decision> DECISIONS = List.of(new Decision(
            new WorkflowId("f"),
            "Flow",
            Link.START,
            Outcome.STARTED,
            Reason.told("started", "A journey was started"),
            List.of(new JourneyId("j1"))));

    private final WorkspaceId workspace = new WorkspaceId("w" + Ids.random());

    protected abstract DispatchQueue queue();

    /** Stores it as it stands. */
    protected abstract void store(Event event);

    @Test
    void shouldReadAnEventAsItWasStored() {
        var event = due();

        assertThat(read(event)).isEqualTo(event);
        assertThat(Async.await(queue().read(workspace, new EventId("nothing")))).isNull();
        assertThat(Async.await(queue().read(new WorkspaceId("other"), event.id())))
                .isNull();
    }

    @Test
    void shouldStoreAnIntentOnce() {
        var event = due();

        assertThat(storeIntent(event)).isTrue();
        assertThat(storeIntent(event)).isFalse();

        assertThat(read(event).intent()).isEqualTo(INTENT);
        assertThat(read(event).due()).isTrue();
    }

    @Test
    void shouldFinishOnceAndKeepTheDecisionsButNotTheIntent() {
        var event = due();
        storeIntent(event);

        assertThat(finish(event, false)).isTrue();
        assertThat(finish(event, false)).isFalse();

        var finished = read(event);
        assertThat(finished.due()).isFalse();
        assertThat(finished.intent()).isNull();
        assertThat(finished.decisions()).isEqualTo(DECISIONS);
    }

    @Test
    void shouldNotFinishWithoutIntentWhatSomebodyElseHasAnIntentFor() {
        var event = due();
        storeIntent(event);

        assertThat(finish(event, true)).isFalse();

        assertThat(read(event).due()).isTrue();
        assertThat(read(event).decisions()).isEmpty();
    }

    @Test
    void shouldFinishWithoutIntentWhatHasNone() {
        var event = due();

        assertThat(finish(event, true)).isTrue();

        assertThat(read(event).due()).isFalse();
    }

    @Test
    void shouldStoreNoIntentForWhatIsNotDue() {
        var event = due();
        finish(event, true);

        assertThat(storeIntent(event)).isFalse();
        assertThat(park(event)).isFalse();

        assertThat(read(event).intent()).isNull();
        assertThat(read(event).parked()).isNull();
    }

    @Test
    void shouldParkWhatHasNoIntentWithTheReason() {
        var event = due();

        assertThat(park(event)).isTrue();
        assertThat(park(event)).isFalse();

        assertThat(read(event).due()).isFalse();
        assertThat(read(event).parked()).isEqualTo("It always fails");
        assertThat(read(event).decisions()).isEmpty();
    }

    @Test
    void shouldNotParkWhatHasAnIntent() {
        var event = due();
        storeIntent(event);

        assertThat(park(event)).isFalse();

        assertThat(read(event).due()).isTrue();
    }

    @Test
    void shouldChangeNothingForWhoReadItAtAnotherPosition() {
        // given: somebody holds it as it stood before it was parked and sent again
        var event = due();
        var before = at(event, event.position() - 1);

        // then
        assertThat(storeIntent(before)).isFalse();
        assertThat(finish(before, false)).isFalse();
        assertThat(finish(before, true)).isFalse();
        assertThat(park(before)).isFalse();
        assertThat(read(event)).isEqualTo(event);
    }

    private Event due() {
        var event = event(new EventId(Ids.random()), 7);
        store(event);
        return event;
    }

    private Event at(Event event, long position) {
        return event(event.id(), position);
    }

    private Event event(EventId id, long position) {
        return new Event(
                id,
                workspace,
                new EventTypeKey("paid"),
                "ORD-1",
                new Params(Map.of("seats", 2L)),
                new ContactId("ada"),
                NOON,
                NOON,
                false,
                "test",
                List.of(),
                position,
                true,
                null,
                null,
                List.of());
    }

    private Event read(Event event) {
        return Async.value(queue().read(workspace, event.id()));
    }

    private boolean storeIntent(Event event) {
        return Async.value(queue().storeIntent(event, INTENT));
    }

    private boolean finish(Event event, boolean withoutIntent) {
        return Async.value(queue().finish(event, DECISIONS, withoutIntent));
    }

    private boolean park(Event event) {
        return Async.value(queue().park(event, "It always fails"));
    }
}
