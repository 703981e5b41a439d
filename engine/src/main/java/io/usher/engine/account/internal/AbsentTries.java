package io.usher.engine.account.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tries of names that nobody has: kept in memory, so that no row is left, and asked of the store besides, so that the time of
 * the answer does not tell such a name from another.
 */
class AbsentTries implements TryStore {

    private final TryStore store;
    private final TryStore memory;

    AbsentTries(TryStore store, TryStore memory) {
        this.store = store;
        this.memory = memory;
    }

    @Override
    public Mono<Instant> freeAt(String key) {
        return store.freeAt(key).then(memory.freeAt(key));
    }

    @Override
    public Mono<Boolean> move(String key, @Nullable Instant before, Instant next) {
        return store.move(key, Instant.EPOCH, next).then(memory.move(key, before, next));
    }

    @Override
    public Mono<Void> forgetFree(Instant time) {
        return memory.forgetFree(time);
    }
}
