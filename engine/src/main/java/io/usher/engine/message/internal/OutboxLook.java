package io.usher.engine.message.internal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** What waits in the outbox, of all engines. */
public interface OutboxLook {

    /** Counted up to so many. */
    Mono<Long> waiting(int most);

    /** When the message was made whose turn is next; empty when none waits. */
    Mono<Instant> firstWaiting();
}
