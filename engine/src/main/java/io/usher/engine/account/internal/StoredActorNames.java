package io.usher.engine.account.internal;

import io.usher.engine.account.ActorNames;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Actor.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Names from users and keys, a query for each. */
@Component
class StoredActorNames implements ActorNames {

    private final UserStore users;
    private final ApiKeyStore keys;

    StoredActorNames(UserStore users, ApiKeyStore keys) {
        this.users = users;
        this.keys = keys;
    }

    @Override
    public Mono<Map<Actor, String>> of(Collection<Actor> actors) {
        var persons = ids(actors, Kind.PERSON);
        var programs = ids(actors, Kind.KEY);
        return Mono.zip(
                persons.isEmpty() ? Mono.just(Map.<String, String>of()) : users.names(persons),
                programs.isEmpty() ? Mono.just(Map.<String, String>of()) : keys.names(programs),
                StoredActorNames::joined);
    }

    private static Map<Actor, String> joined(Map<String, String> persons, Map<String, String> programs) {
        var names = new HashMap<Actor, String>();
        persons.forEach((id, name) -> names.put(new Actor(Kind.PERSON, id), name));
        programs.forEach((id, name) -> names.put(new Actor(Kind.KEY, id), name));
        return names;
    }

    private static List<String> ids(Collection<Actor> actors, Kind kind) {
        return actors.stream()
                .filter(actor -> actor.kind() == kind)
                .map(Actor::id)
                .distinct()
                .toList();
    }
}
