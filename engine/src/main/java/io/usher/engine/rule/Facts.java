package io.usher.engine.rule;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The facts of one scope as a tree, for rules and for templates; each root is loaded by its {@link FactSource}. */
public interface Facts {

    /** These roots and nothing else; a root that nobody serves, or that has nothing, is an empty map. */
    Mono<Map<String, @Nullable Object>> tree(FactScope scope, Collection<String> roots);
}
