package io.usher.engine.rule;

import io.usher.engine.shared.WorkspaceId;
import java.util.List;
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

    /** What a person can choose of it, in the order of a menu; empty for what can only be typed. */
    default Mono<List<KnownFact>> known(WorkspaceId workspace) {
        return Mono.just(List.of());
    }
}
