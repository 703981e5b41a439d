package io.usher.engine.message.internal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** A walk over stored contents, each of which it sees once. */
public interface BodyWalk {

    /** Deletes those until then that no message names, a page of them; whether there may be more. */
    Mono<Boolean> sweep(Instant until);
}
