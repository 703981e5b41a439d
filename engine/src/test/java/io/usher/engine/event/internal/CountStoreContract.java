package io.usher.engine.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.internal.EventCounts.Bucket;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of numbers of events must do. */
public abstract class CountStoreContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final EventTypeKey PAID = new EventTypeKey("orderPaid");
    private static final EventTypeKey LEFT = new EventTypeKey("cartLeft");

    private final WorkspaceId workspace = new WorkspaceId("w" + Ids.random());
    private final Bucket paidAtNoon = new Bucket(workspace, PAID, NOON);

    protected abstract CountStore store();

    @Test
    void shouldAddToWhatIsThere() {
        add(Map.of(paidAtNoon, 2L));
        add(Map.of(paidAtNoon, 3L));

        assertThat(since(NOON)).isEqualTo(Map.of(paidAtNoon, 5L));
    }

    @Test
    void shouldLoseNothingThatManyAddAtOnce() {
        Async.all(Flux.range(0, 20).flatMap(i -> store().add(Map.of(paidAtNoon, 1L)), 20));

        assertThat(since(NOON)).containsEntry(paidAtNoon, 20L);
    }

    @Test
    void shouldCountHoursAndTypesAndDaysApart() {
        var left = new Bucket(workspace, LEFT, NOON);
        var midnight = new Bucket(workspace, PAID, NOON.plus(HOUR.multipliedBy(12)));
        add(Map.of(paidAtNoon, 1L, left, 2L, midnight, 3L));

        assertThat(since(NOON, PAID, LEFT)).isEqualTo(Map.of(paidAtNoon, 1L, left, 2L, midnight, 3L));
        assertThat(since(NOON, LEFT)).isEqualTo(Map.of(left, 2L));
    }

    @Test
    void shouldGiveNothingOfAnotherWorkspaceNorOfNoType() {
        add(Map.of(paidAtNoon, 1L, new Bucket(new WorkspaceId("w" + Ids.random()), PAID, NOON), 1L));

        assertThat(since(NOON)).isEqualTo(Map.of(paidAtNoon, 1L));
        assertThat(Async.value(store().since(workspace, List.of(), NOON))).isEmpty();
    }

    @Test
    void shouldGiveEveryHourFromTheOneAskedForOn() {
        var before = new Bucket(workspace, PAID, NOON.minus(HOUR));
        var yesterday = new Bucket(workspace, PAID, NOON.minus(HOUR.multipliedBy(24)));
        var after = new Bucket(workspace, PAID, NOON.plus(HOUR));
        add(Map.of(yesterday, 1L, before, 2L, paidAtNoon, 3L, after, 4L));

        assertThat(since(NOON))
                .containsEntry(paidAtNoon, 3L)
                .containsEntry(after, 4L)
                .as("hours of the days before are not needed")
                .doesNotContainKey(yesterday);
    }

    private void add(Map<Bucket, Long> counts) {
        Async.await(store().add(counts));
    }

    private Map<Bucket, Long> since(Instant hour) {
        return since(hour, PAID);
    }

    private Map<Bucket, Long> since(Instant hour, EventTypeKey... types) {
        return Async.value(store().since(workspace, List.of(types), hour));
    }
}
