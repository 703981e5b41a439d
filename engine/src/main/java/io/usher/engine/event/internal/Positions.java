package io.usher.engine.event.internal;

import reactor.core.publisher.Mono;

/** The counter that gives every event its place in the order of acceptance. */
public interface Positions {

    /** Takes {@code count} positions; the highest of them. On the majority, so no failover gives them out twice. */
    Mono<Long> take(int count);
}
