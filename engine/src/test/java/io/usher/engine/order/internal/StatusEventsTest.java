package io.usher.engine.order.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.event.Accepted;
import io.usher.engine.event.Event;
import io.usher.engine.event.Events;
import io.usher.engine.event.NewEvent;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class StatusEventsTest {

    private static final WorkspaceId SHOP = new WorkspaceId("shop");

    private final Accepting events = new Accepting();
    private final FakeOrderStore store = new FakeOrderStore();
    private final Watch clock = new Watch();
    private final StatusEvents statusEvents = new StatusEvents(
            events,
            store,
            CrashPoints.of(new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), false)),
            clock);

    @Test
    void shouldMakeTheEventsOfOtherOrdersThoughOneIsRefusedForEver() {
        var refused = pending("refused");
        var other = pending("other");
        events.failures.add(Problems.invalid("params.seat", "required", "seat is required"));

        statusEvents.sweep();

        assertThat(store.has(other)).isFalse();
        assertThat(events.taken).containsExactly(other.event());
        assertThat(store.tries(refused).parked()).isTrue();
        assertThat(store.tries(refused).failure()).isEqualTo("seat is required");
    }

    @Test
    void shouldTryAParkedEventOnlyWhenAPersonSendsItAgain() {
        var refused = pending("refused");
        events.failures.add(Problems.invalid("params.seat", "required", "seat is required"));
        statusEvents.sweep();
        clock.now = clock.now.plus(Duration.ofDays(30));
        statusEvents.sweep();
        assertThat(events.taken).isEmpty();

        statusEvents.sendAgain(SHOP, "refused").block();

        assertThat(events.taken).containsExactly(refused.event());
        assertThatThrownBy(() -> statusEvents.sendAgain(SHOP, "refused").block())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(409));
    }

    @Test
    void shouldGoOnTryingWithAGrowingPauseWhileTheStoreIsAway() {
        var pending = pending("waits");
        var pauses = new ArrayList<Duration>();
        for (int i = 0; i < 30; i++) {
            events.failures.add(new UnavailableException("away", new IllegalStateException()));
            statusEvents.sweep();
            var next = store.tries(pending).next();
            assertThat(next).isNotNull();
            pauses.add(Duration.between(clock.now, next));
            clock.now = next;
        }
        assertThat(pauses).isSorted().startsWith(Duration.ofSeconds(5)).endsWith(Duration.ofMinutes(10));

        statusEvents.sweep();

        assertThat(store.has(pending)).isFalse();
    }

    @Test
    void shouldParkAfterTwelveUnexpectedFailuresWithoutNamingTheCode() {
        var pending = pending("broken");
        for (int i = 0; i < 12; i++) {
            events.failures.add(new IllegalStateException("io.usher.Broken"));
            statusEvents.sweep();
            clock.now = clock.now.plus(Duration.ofMinutes(10));
        }

        assertThat(store.tries(pending).parked()).isTrue();
        assertThat(store.tries(pending).failure()).doesNotContain("Exception", "io.usher");
    }

    private Pending pending(String order) {
        var pending = new Pending(
                SHOP,
                order,
                new EventId("event-" + order),
                "INITIALIZED",
                Params.EMPTY,
                clock.now,
                false,
                new Tries(0, clock.now, null));
        store.add(pending);
        return pending;
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Accepts, but fails first as often as it was told. */
    private static final class Accepting implements Events {

        private final List<RuntimeException> failures = new ArrayList<>();
        private final List<EventId> taken = new ArrayList<>();

        @Override
        public Mono<Accepted> accept(NewEvent event) {
            if (!failures.isEmpty()) {
                return Mono.error(failures.removeFirst());
            }
            taken.add(event.id());
            return Mono.just(new Accepted(event.id(), null, List.of()));
        }

        @Override
        public Mono<Event> find(WorkspaceId workspace, EventId id) {
            return Mono.empty();
        }

        @Override
        public Mono<Page<Event>> list(WorkspaceId workspace, Query query, PageRequest page) {
            return Mono.empty();
        }

        @Override
        public Mono<List<Event>> recent(
                WorkspaceId workspace, ContactId contact, Collection<EventTypeKey> types, Instant since) {
            return Mono.just(List.of());
        }
    }
}
