package io.usher.engine.account.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where it is kept when the tries of a key are free again; what lies in the past may be forgotten at any time. */
public interface TryStore {

    /** Empty when nothing is kept. */
    Mono<Instant> freeAt(String key);

    /** Keeps {@code next} if {@code before} is still what is kept (null: nothing); whether it was. */
    Mono<Boolean> move(String key, @Nullable Instant before, Instant next);

    /** Forgets what was free before this time. */
    Mono<Void> forgetFree(Instant time);
}
