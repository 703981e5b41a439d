package io.usher.engine.journey.internal.record;

import reactor.core.publisher.Mono;

/** Process instances on the broker, as far as dispatch needs them; the adapter is in {@code journey.work}. */
public interface Instances {

    /** Cancels; an instance that is gone is fine. Errors of the broker are retried for a while, then given up: jobs of it cancel it. */
    Mono<Void> cancel(long instance);
}
