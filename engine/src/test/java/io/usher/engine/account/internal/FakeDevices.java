package io.usher.engine.account.internal;

import io.usher.engine.testing.Taken;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Devices in memory; passes the same contract as MongoDB's. */
final class FakeDevices implements DeviceStore {

    private record Row(Set<String> users, Instant usedAt) {}

    private final Map<String, Row> rows = new HashMap<>();

    @Override
    public Mono<Void> insert(String id, String userId, Instant at) {
        return Mono.fromRunnable(() -> {
            if (rows.putIfAbsent(id, new Row(new HashSet<>(Set.of(userId)), at)) != null) {
                throw Taken.id(id);
            }
        });
    }

    @Override
    public Mono<Boolean> belongs(String id, String userId, Instant usedAfter) {
        return Mono.fromSupplier(() -> {
            var row = rows.get(id);
            return row != null && row.users().contains(userId) && row.usedAt().isAfter(usedAfter);
        });
    }

    @Override
    public Mono<Boolean> add(String id, String userId, Instant at) {
        return Mono.fromSupplier(() -> {
            var row = rows.get(id);
            if (row != null) {
                row.users().add(userId);
                rows.put(id, new Row(row.users(), at));
            }
            return row != null;
        });
    }

    @Override
    public Mono<Void> removeOthers(String userId, String keptId) {
        return Mono.fromRunnable(() -> rows.forEach((id, row) -> {
            if (!id.equals(keptId)) {
                row.users().remove(userId);
            }
        }));
    }

    @Override
    public Mono<Void> deleteUnusedSince(Instant time) {
        return Mono.fromRunnable(
                () -> rows.values().removeIf(row -> !row.usedAt().isAfter(time)));
    }
}
