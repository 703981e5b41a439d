package io.usher.engine.journey.internal.start;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Makes process instances on the broker; the adapter is in {@code journey.work}. */
public interface Processes {

    /**
     * The key of a new instance; empty when the broker does not know the process. A broker that is away or overloaded is an
     * {@link io.usher.engine.platform.async.UnavailableException}. Not idempotent: an answer may be lost.
     */
    Mono<Long> create(NewInstance instance);

    /** By the version's own process id; {@code at}: the element where it begins, null: at the start. */
    record NewInstance(String processId, @Nullable String at, Map<String, Object> variables) {}
}
