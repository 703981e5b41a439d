package io.usher.engine.account.internal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where known devices are kept; one may be known to be that of several users. */
public interface DeviceStore {

    Mono<Void> insert(String id, String userId, Instant at);

    /** Whether the device is the user's and was used after {@code usedAfter}. */
    Mono<Boolean> belongs(String id, String userId, Instant usedAfter);

    /** Notes that it is the user's too; false when there is no such device. */
    Mono<Boolean> add(String id, String userId, Instant at);

    /** It is not the user's any more, for all devices but this one. */
    Mono<Void> removeOthers(String userId, String keptId);

    Mono<Void> deleteUnusedSince(Instant time);
}
