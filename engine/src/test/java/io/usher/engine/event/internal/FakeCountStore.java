package io.usher.engine.event.internal;

import io.usher.engine.event.internal.EventCounts.Bucket;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Numbers in memory, whose steps a test can come between; passes the same contract as MongoDB's. */
final class FakeCountStore implements CountStore {

    final Map<Bucket, Long> hours = new HashMap<>();
    Runnable afterWrite = () -> {};
    Runnable beforeNextRead = () -> {};

    @Override
    public Mono<Void> add(Map<Bucket, Long> counts) {
        return Mono.fromRunnable(() -> {
            synchronized (hours) {
                counts.forEach((bucket, count) -> hours.merge(bucket, count, Long::sum));
            }
            afterWrite.run();
        });
    }

    @Override
    public Mono<Map<Bucket, Long>> since(WorkspaceId workspace, Collection<EventTypeKey> types, Instant hour) {
        var day = hour.truncatedTo(ChronoUnit.DAYS);
        return Mono.fromSupplier(() -> {
            var before = beforeNextRead;
            beforeNextRead = () -> {};
            before.run();
            synchronized (hours) {
                return hours.entrySet().stream()
                        .filter(each -> each.getKey().workspace().equals(workspace)
                                && types.contains(each.getKey().type())
                                && !each.getKey().hour().isBefore(day))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            }
        });
    }
}
