package io.usher.engine.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Port: gives the facts of one root ({@code contact}, {@code order}, {@code segment}, {@code consent}, {@code message}) as a
 * tree of maps, lists and scalars. Implemented by the module that owns the data; also feeds templates.
 */
public interface FactSource {

    /** The first part of the paths this source serves. */
    String root();

    /** The facts as they are now; an empty map when there is nothing (no contact, no order). */
    Mono<Map<String, @Nullable Object>> load(FactScope scope);
}
