package io.usher.engine.account.internal;

import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Devices on which somebody has signed in: their browsers keep a token, the engine its hash and whose device it is. */
@Component
class Devices {

    /** A device that was not used for so long is a stranger again. */
    static final Duration KEPT = Duration.ofDays(180);

    private final DeviceStore store;
    private final RealTime time;

    Devices(DeviceStore store, RealTime time) {
        this.store = store;
        this.time = time;
    }

    /** The id of a token's device. */
    static String id(String token) {
        return Secrets.hash(token);
    }

    Mono<Boolean> knows(@Nullable String token, String userId) {
        return token == null
                ? Mono.just(false)
                : store.belongs(id(token), userId, time.now().minus(KEPT));
    }

    /** The token by which the device is known to be the user's: the one it has, or a new one. */
    Mono<String> remember(@Nullable String token, String userId) {
        var added = token == null ? Mono.just(false) : store.add(id(token), userId, time.now());
        return added.flatMap(known -> known && token != null ? Mono.just(token) : fresh(userId));
    }

    /** Of the user's devices only this one is known still. */
    Mono<Void> forgetOthers(String userId, @Nullable String keptId) {
        return store.removeOthers(userId, keptId == null ? "" : keptId);
    }

    Mono<Void> sweep() {
        return store.deleteUnusedSince(time.now().minus(KEPT));
    }

    private Mono<String> fresh(String userId) {
        var token = Secrets.random();
        return store.insert(id(token), userId, time.now()).thenReturn(token);
    }
}
