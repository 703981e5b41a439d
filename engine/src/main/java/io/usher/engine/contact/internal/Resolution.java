package io.usher.engine.contact.internal;

import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Resolved;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Resolves the claims of a batch. Identifiers are taken one after another in one order that all share; who finds one taken
 * while making a new contact gives up their own and joins the other, so of two that race for one person only one remains.
 */
@Component
class Resolution {

    private static final int MAX_HOPS = 5;

    private final ContactStore store;

    Resolution(ContactStore store) {
        this.store = store;
    }

    Mono<List<Resolved>> resolve(List<Claim> claims) {
        var keys = claims.stream().flatMap(claim -> Plan.keys(claim).stream()).collect(Collectors.toSet());
        if (keys.isEmpty()
                && claims.stream().allMatch(claim -> claim.identifiers().isEmpty())) {
            return Mono.just(claims.stream().map(claim -> Resolved.NOBODY).toList());
        }
        return owners(keys)
                .flatMap(owners -> plan(claims, owners))
                .flatMap(plan -> takeAll(plan)
                        .then(Mono.defer(() -> store.write(plan.people())))
                        .thenReturn(plan))
                .map(Plan::results);
    }

    private Mono<Map<IdentifierKey, ContactId>> owners(Set<IdentifierKey> keys) {
        return keys.isEmpty() ? Mono.just(Map.of()) : store.owners(keys);
    }

    private Mono<Plan> plan(List<Claim> claims, Map<IdentifierKey, ContactId> owners) {
        var ids = new LinkedHashSet<>(owners.values());
        claims.forEach(claim -> claimed(claim).ifPresent(ids::add));
        return standsFor(ids).map(loaded -> plan(claims, owners, loaded));
    }

    private static Plan plan(List<Claim> claims, Map<IdentifierKey, ContactId> owners, Map<ContactId, Stored> loaded) {
        var current = new HashMap<IdentifierKey, ContactId>();
        owners.forEach((key, owner) -> current.put(key, end(owner, loaded)));
        var known = new HashMap<ContactId, ContactId>();
        for (Claim claim : claims) {
            claimed(claim)
                    .filter(id -> isOf(claim.workspace(), loaded.get(id)))
                    .ifPresent(id -> known.put(id, end(id, loaded)));
        }
        var contacts = new HashMap<ContactId, Contact>();
        loaded.forEach((id, stored) -> contacts.put(id, stored.contact()));
        var plan = new Plan(current, known, contacts);
        claims.forEach(plan::add);
        return plan;
    }

    private static boolean isOf(WorkspaceId workspace, @Nullable Stored stored) {
        return stored != null && stored.contact().workspace().equals(workspace);
    }

    private static Optional<ContactId> claimed(Claim claim) {
        return claim.identifiers().stream()
                .filter(each -> each.kind() == Kind.CONTACT_ID)
                .map(Identifier::value)
                .map(ContactId::new)
                .findFirst();
    }

    /** The contacts of these ids, and those they were merged into. */
    private Mono<Map<ContactId, Stored>> standsFor(Collection<ContactId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return store.load(ids).flatMap(loaded -> follow(loaded, MAX_HOPS));
    }

    private Mono<Map<ContactId, Stored>> follow(Map<ContactId, Stored> loaded, int hops) {
        var further = loaded.values().stream()
                .map(Stored::mergedInto)
                .filter(id -> id != null && !loaded.containsKey(id))
                .collect(Collectors.toSet());
        if (further.isEmpty() || hops == 0) {
            return Mono.just(loaded);
        }
        return store.load(further).flatMap(more -> {
            var all = new HashMap<>(loaded);
            all.putAll(more);
            return follow(all, more.isEmpty() ? 0 : hops - 1);
        });
    }

    private static ContactId end(ContactId id, Map<ContactId, Stored> loaded) {
        var current = id;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            var stored = loaded.get(current);
            if (stored == null || stored.mergedInto() == null) {
                return current;
            }
            current = stored.mergedInto();
        }
        return current;
    }

    /** One insert per round: the next wanted identifier of every person. */
    private Mono<Void> takeAll(Plan plan) {
        var round = new HashMap<IdentifierKey, Person>();
        for (Person person : plan.people()) {
            var next = person.wanted.pollFirst();
            if (next != null) {
                round.put(next, person);
            }
        }
        if (round.isEmpty()) {
            return Mono.empty();
        }
        var wanted = new HashMap<IdentifierKey, ContactId>();
        round.forEach((key, person) -> wanted.put(key, person.id));
        return store.take(wanted).flatMap(refused -> settle(round, refused)).then(Mono.defer(() -> takeAll(plan)));
    }

    private Mono<Void> settle(Map<IdentifierKey, Person> round, Set<IdentifierKey> refused) {
        round.forEach((key, person) -> {
            if (!refused.contains(key)) {
                person.taken.add(key);
            }
        });
        if (refused.isEmpty()) {
            return Mono.empty();
        }
        return store.owners(refused)
                .flatMap(owners -> standsFor(Set.copyOf(owners.values()))
                        .flatMapMany(loaded -> Flux.fromIterable(owners.entrySet())
                                .concatMap(taken ->
                                        lost(round.get(taken.getKey()), taken.getKey(), end(taken.getValue(), loaded))))
                        .then());
    }

    private Mono<Void> lost(@Nullable Person person, IdentifierKey key, ContactId owner) {
        if (person == null || owner.equals(person.id)) {
            return Mono.empty();
        }
        if (!person.created) {
            person.refused.add(key);
            return Mono.empty();
        }
        var own = person.id;
        person.adopt(owner);
        return person.taken.isEmpty()
                ? Mono.empty()
                : store.giveUp(person.workspace, own, List.copyOf(person.taken), owner);
    }
}
