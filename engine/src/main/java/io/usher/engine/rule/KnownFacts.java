package io.usher.engine.rule;

import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** What a person can choose for rules and templates. */
public interface KnownFacts {

    /** The facts of all sources, in the order of a menu; those of an event depend on its type and are not among them. */
    Mono<List<KnownFact>> known(WorkspaceId workspace);
}
