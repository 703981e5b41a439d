package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.LinkTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a contact whose event cannot be dispatched, errors of the machine included. */
class ContactQueuesTest {

    private static final Set<Integer> ALL_LANES =
            IntStream.range(0, DispatchQueue.LANES).boxed().collect(Collectors.toSet());
    private static final int TRIES = 3;
    private static final LinkTable NO_LINKS = new LinkTable(1, List.of());
    private static final CrashPoints CRASH_POINTS =
            CrashPoints.of(new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), true));

    private volatile Instant now = Instant.parse("2026-05-01T12:00:00Z");
    private final FakeStores stores = new FakeStores(new Schedule(0, 0));
    private final ContactQueues queues = queues();
    private final Semaphore done = new Semaphore(0);

    @BeforeEach
    void tellWhenDone() {
        queues.whenFree(done::release);
    }

    @AfterEach
    void clear() {
        CRASH_POINTS.clear();
        queues.stop();
    }

    @Test
    void shouldGoOnWithTheContactAfterAnErrorAndLetOthersPass() throws InterruptedException {
        // given
        var broken = stored("e1", "ann");
        throwAtLook(new NoClassDefFoundError("io/usher/Missing"));
        dispatch(broken);

        // then: nothing is lost, the contact rests
        assertThat(stores.events.get(broken.id()).due()).isTrue();
        assertThat(queues.free("ann")).isFalse();

        // when
        CRASH_POINTS.clear();
        dispatch(stored("e2", "bob"));
        now = now.plusSeconds(60);
        assertThat(queues.free("ann")).isTrue();
        dispatch(broken);

        // then
        assertThat(stores.events.values()).noneMatch(Event::due);
    }

    @Test
    void shouldParkWhatAlwaysOverflowsTheStack() throws InterruptedException {
        var broken = stored("e1", "ann");
        throwAtLook(new StackOverflowError());

        for (int i = 0; i < TRIES; i++) {
            now = now.plusSeconds(60);
            dispatch(broken);
        }

        assertThat(stores.parked)
                .containsEntry(
                        broken.id(), "It could not be decided: Unexpected failure; the engine's log has the cause");
        assertThat(queues.free("ann")).isTrue();
    }

    @Test
    void shouldNeverParkForWantOfMemory() throws InterruptedException {
        var event = stored("e1", "ann");
        throwAtLook(new OutOfMemoryError());

        for (int i = 0; i < TRIES + 2; i++) {
            now = now.plusSeconds(60);
            dispatch(event);
        }

        assertThat(stores.parked).isEmpty();
        assertThat(stores.events.get(event.id()).due()).isTrue();
    }

    /** Hands it over and waits until its contact is not at work any more. */
    private void dispatch(Event event) throws InterruptedException {
        queues.submit(new DueRun(DueRun.key(event), List.of(event)), NO_LINKS);
        assertThat(done.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void throwAtLook(Error error) {
        CRASH_POINTS.at("dispatch-after-look", () -> {
            throw error;
        });
    }

    private ContactQueues queues() {
        var properties = new JourneyProperties(
                Duration.ofHours(72), Duration.ofHours(24), 2, TRIES, 4, Duration.ofSeconds(60), 3);
        var time = new RealTime() {
            @Override
            public Instant now() {
                return now;
            }
        };
        var look = new Look(null, stores.journeyStore, new NoHistory(), properties);
        var act = new Act(stores.journeyStore, null, null, CRASH_POINTS);
        var dispatch = new Dispatch(stores.queue, look, act, () -> {}, CRASH_POINTS);
        return new ContactQueues(dispatch, stores.queue, () -> ALL_LANES, time, properties);
    }

    private Event stored(String id, String contact) {
        var event = new Event(
                new EventId(id),
                new WorkspaceId("w"),
                new EventTypeKey("start"),
                null,
                Params.EMPTY,
                new ContactId(contact),
                now,
                now,
                false,
                "test",
                List.of(),
                stores.events.size() + 1L,
                true,
                null,
                null,
                List.of());
        stores.events.put(event.id(), event);
        return event;
    }
}
