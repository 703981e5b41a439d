package io.usher.engine.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.Event;
import io.usher.engine.event.internal.EventCounts.Counts;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventCountsTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:30:00Z");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final EventTypeKey PAID = new EventTypeKey("orderPaid");

    private final FakeCountStore store = new FakeCountStore();
    private final EventCounts counts = new EventCounts(store, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldCountOnceWhatIsWrittenWhileItIsAskedFor() {
        // given
        counts.accepted(List.of(paid(), paid()));
        store.beforeNextRead = counts::write;

        // then
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void shouldCountOnceWhatIsInTheStoreAndNotYetAnsweredByIt() throws InterruptedException {
        // given
        counts.accepted(List.of(paid(), paid()));
        var written = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        store.afterWrite = () -> {
            written.countDown();
            await(asked);
        };
        store.beforeNextRead = asked::countDown;
        var writer = Thread.startVirtualThread(counts::write);
        await(written);

        // then
        assertThat(count()).isEqualTo(2);
        writer.join(Duration.ofSeconds(30));
    }

    @Test
    void shouldCountAgainWhatCouldNotBeWritten() {
        // given
        counts.accepted(List.of(paid()));
        store.afterWrite = () -> {
            store.hours.clear();
            throw new IllegalStateException("refused");
        };

        // when
        try {
            counts.write();
        } catch (IllegalStateException refused) {
            store.afterWrite = () -> {};
        }

        // then
        assertThat(count()).isEqualTo(1);
        counts.write();
        assertThat(store.hours).hasSize(1);
        assertThat(count()).isEqualTo(1);
    }

    private long count() {
        var found = counts.of(WORKSPACE, List.of(PAID)).block(Duration.ofSeconds(30));
        return found.getOrDefault(PAID, Counts.NONE).day();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Event paid() {
        return new Event(
                new EventId("e"),
                WORKSPACE,
                PAID,
                null,
                Params.EMPTY,
                null,
                NOW,
                NOW,
                false,
                "test",
                List.of(),
                1,
                false,
                null,
                null,
                List.of());
    }
}
