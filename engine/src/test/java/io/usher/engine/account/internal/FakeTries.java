package io.usher.engine.account.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tries in memory, in whole milliseconds as MongoDB keeps them; passes the same contract. Counts how often it was asked. */
final class FakeTries implements TryStore {

    final Map<String, Long> rows = new HashMap<>();
    int asked;

    @Override
    public Mono<Instant> freeAt(String key) {
        return Mono.defer(() -> {
            asked++;
            return Mono.justOrEmpty(rows.get(key)).map(Instant::ofEpochMilli);
        });
    }

    @Override
    public Mono<Boolean> move(String key, @Nullable Instant before, Instant next) {
        return Mono.fromSupplier(() -> {
            var unchanged = Objects.equals(rows.get(key), before == null ? null : before.toEpochMilli());
            if (unchanged) {
                rows.put(key, next.toEpochMilli());
            }
            return unchanged;
        });
    }

    @Override
    public Mono<Void> forgetFree(Instant time) {
        return Mono.fromRunnable(() -> rows.values().removeIf(at -> at <= time.toEpochMilli()));
    }
}
