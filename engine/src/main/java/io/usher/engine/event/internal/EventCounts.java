package io.usher.engine.event.internal;

import io.usher.engine.event.Event;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many events of a type happened lately, by the hour in which they happened, so that an import of last year's orders is
 * not today's business. Gathered here and added to the store every other second. For screens only: a process that dies takes
 * its last seconds of counts with it, never an event.
 */
@Component
public class EventCounts {

    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(2);
    private static final int DAY = 24;
    private static final int DAYS = 30;
    private static final int LOOKS = 20;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(20);

    /** What is not in the store yet, at a certain time between two writes or during one. */
    private record Here(Map<Bucket, Long> counts, long writes, boolean leaving) {}

    private final CountStore store;
    private final Clock clock;
    private Map<Bucket, Long> gathered = new HashMap<>();
    private Map<Bucket, Long> leaving = Map.of();
    private long writes;

    @Autowired
    EventCounts(CountStore store, Clock clock, Loops loops) {
        this(store, clock);
        loops.add("event-counts", WRITTEN_EVERY, this::write);
    }

    /** One that writes only when it is told to. */
    EventCounts(CountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** An hour of a type. */
    public record Bucket(WorkspaceId workspace, EventTypeKey type, Instant hour) {}

    /** In the last 24 hours (those begun) and in the last 30 days. */
    public record Counts(long day, long month) {

        public static final Counts NONE = new Counts(0, 0);
    }

    synchronized void accepted(List<Event> events) {
        var first = month(clock.instant());
        for (Event event : events) {
            var hour = event.occurredAt().truncatedTo(ChronoUnit.HOURS);
            if (!hour.isBefore(first)) {
                gathered.merge(new Bucket(event.workspace(), event.type(), hour), 1L, Long::sum);
            }
        }
    }

    boolean write() {
        var counts = take();
        if (counts.isEmpty()) {
            return false;
        }
        boolean written = false;
        try {
            Async.await(store.add(counts));
            written = true;
        } finally {
            left(written);
        }
        return false;
    }

    private synchronized Map<Bucket, Long> take() {
        writes++;
        leaving = gathered;
        gathered = new HashMap<>();
        return leaving;
    }

    /** What could not be written is gathered again. */
    private synchronized void left(boolean written) {
        if (!written) {
            leaving.forEach((bucket, count) -> gathered.merge(bucket, count, Long::sum));
        }
        leaving = Map.of();
        writes++;
    }

    /** By type; types without any are missing. */
    Mono<Map<EventTypeKey, Counts>> of(WorkspaceId workspace, Collection<EventTypeKey> types) {
        if (types.isEmpty()) {
            return Mono.just(Map.of());
        }
        var now = clock.instant();
        var month = month(now);
        var day = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(DAY - 1));
        return hours(workspace, types, month, LOOKS).map(hours -> counts(hours, month, day));
    }

    /** Looked at again when counts went from here to the store meanwhile, which would be missing or counted twice. */
    private Mono<Map<Bucket, Long>> hours(
            WorkspaceId workspace, Collection<EventTypeKey> types, Instant month, int looks) {
        return Mono.fromSupplier(() -> here(workspace))
                .flatMap(here -> store.since(workspace, types, month)
                        .flatMap(stored -> looks == 1 || still(here)
                                ? Mono.just(sum(stored, here.counts()))
                                : Mono.delay(LOOK_AGAIN_AFTER).then(hours(workspace, types, month, looks - 1))));
    }

    private synchronized boolean still(Here here) {
        return here.writes() == writes && !here.leaving();
    }

    /** The first hour that is counted. */
    private static Instant month(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(DAYS)).plus(1, ChronoUnit.HOURS);
    }

    private synchronized Here here(WorkspaceId workspace) {
        var here = new HashMap<Bucket, Long>();
        for (var counts : List.of(gathered, leaving)) {
            counts.forEach((bucket, count) -> {
                if (bucket.workspace().equals(workspace)) {
                    here.merge(bucket, count, Long::sum);
                }
            });
        }
        return new Here(here, writes, !leaving.isEmpty());
    }

    private static Map<Bucket, Long> sum(Map<Bucket, Long> stored, Map<Bucket, Long> here) {
        var sum = new HashMap<>(stored);
        here.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
        return sum;
    }

    private static Map<EventTypeKey, Counts> counts(Map<Bucket, Long> hours, Instant month, Instant day) {
        return hours.entrySet().stream()
                .filter(each -> !each.getKey().hour().isBefore(month))
                .collect(Collectors.toMap(
                        each -> each.getKey().type(),
                        each -> new Counts(each.getKey().hour().isBefore(day) ? 0 : each.getValue(), each.getValue()),
                        (a, b) -> new Counts(a.day() + b.day(), a.month() + b.month())));
    }
}
