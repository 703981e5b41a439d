package io.usher.engine.account.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tries of whatever strangers make up, so bounded: of this instance alone, and the oldest give way to new ones. */
class MemoryTries implements TryStore {

    /** No allowance reaches further than this. */
    private static final Duration KEPT = Duration.ofHours(2);

    private final Cache<String, Instant> kept;

    MemoryTries(int most) {
        this.kept =
                Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(most).build();
    }

    @Override
    public Mono<Instant> freeAt(String key) {
        return Mono.fromSupplier(() -> kept.getIfPresent(key));
    }

    @Override
    public Mono<Boolean> move(String key, @Nullable Instant before, Instant next) {
        return Mono.fromSupplier(() -> before == null
                ? kept.asMap().putIfAbsent(key, next) == null
                : kept.asMap().replace(key, before, next));
    }

    @Override
    public Mono<Void> forgetFree(Instant time) {
        return Mono.empty();
    }
}
