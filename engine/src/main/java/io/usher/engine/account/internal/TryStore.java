package io.usher.engine.account.internal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Counts tries per user and address, for all instances together. */
public interface TryStore {

    /** Counts one more try and answers how many there are; empty when {@code key} is blocked at this time. */
    Mono<Integer> count(String key, Instant now);

    /** Blocks until then, if no other try was counted since {@code tries}; whether that was so. */
    Mono<Boolean> block(String key, int tries, Instant until);

    /** Until when the key is blocked; empty when it never was. */
    Mono<Instant> blockedUntil(String key);

    Mono<Void> forget(String key);

    Mono<Void> forgetOlderThan(Instant time);
}
