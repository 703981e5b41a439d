package io.usher.engine.event.internal;

import reactor.core.publisher.Mono;

/** The counter that gives every event its place in the order of acceptance. */
public interface Positions {

    /** Takes {@code count} positions; the highest of them. On the majority, so no other engine gets them. */
    Mono<Long> take(int count);

    /** Completes when the counter is on the majority at or above this position, so that no failover gives it out twice. */
    Mono<Void> secure(long position);
}
