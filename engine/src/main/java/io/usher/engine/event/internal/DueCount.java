package io.usher.engine.event.internal;

import reactor.core.publisher.Mono;

/** How many events are due, of all lanes. */
public interface DueCount {

    /** Counted up to so many. */
    Mono<Long> due(int most);
}
