package io.usher.engine.account;

import io.usher.engine.shared.Actor;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What actors are called now. */
public interface ActorNames {

    /** Names of those that are known: a user's or key's name, also of a revoked key. */
    Mono<Map<Actor, String>> of(Collection<Actor> actors);
}
