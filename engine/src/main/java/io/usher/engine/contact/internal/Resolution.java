package io.usher.engine.contact.internal;

import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Resolved;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.HashMap;
import java.util.HashSet;
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

    private final ContactStore store;
    private final MergedContacts merged;
    private final ConsentService consents;
    private final CrashPoints crashPoints;

    Resolution(ContactStore store, MergedContacts merged, ConsentService consents, CrashPoints crashPoints) {
        this.store = store;
        this.merged = merged;
        this.consents = consents;
        this.crashPoints = crashPoints;
    }

    Mono<List<Resolved>> resolve(List<Claim> claims) {
        var keys =
                claims.stream().flatMap(claim -> ClaimPlan.keys(claim).stream()).collect(Collectors.toSet());
        if (keys.isEmpty()
                && claims.stream().allMatch(claim -> claim.identifiers().isEmpty())) {
            return Mono.just(claims.stream().map(claim -> Resolved.NOBODY).toList());
        }
        var looked = new HashSet<>(keys);
        claims.forEach(claim -> looked.addAll(ClaimPlan.formerKeys(claim)));
        return owners(looked)
                .flatMap(owners -> plan(claims, owners))
                .flatMap(plan -> takeAll(plan).then(write(plan)).thenReturn(plan))
                .map(ClaimPlan::results);
    }

    private Mono<Void> write(ClaimPlan plan) {
        return Mono.defer(() -> {
            crashPoints.reached("contact-after-identifiers");
            var said = plan.people().stream().map(Person::said).toList();
            return store.write(plan.people()).then(release(plan)).then(consents.record(said));
        });
    }

    private Mono<Void> release(ClaimPlan plan) {
        return Flux.fromIterable(plan.people())
                .filter(person -> !person.outdated().isEmpty())
                .concatMap(person -> store.release(person.id, person.outdated()))
                .then();
    }

    private Mono<Map<IdentifierKey, ContactId>> owners(Set<IdentifierKey> keys) {
        return keys.isEmpty() ? Mono.just(Map.of()) : store.owners(keys);
    }

    private Mono<ClaimPlan> plan(List<Claim> claims, Map<IdentifierKey, ContactId> owners) {
        var ids = new LinkedHashSet<>(owners.values());
        claims.forEach(claim -> claimed(claim).ifPresent(ids::add));
        return merged.load(ids).map(loaded -> plan(claims, owners, loaded));
    }

    private static ClaimPlan plan(
            List<Claim> claims, Map<IdentifierKey, ContactId> owners, Map<ContactId, Stored> loaded) {
        var current = new HashMap<IdentifierKey, ContactId>();
        owners.forEach((key, owner) -> current.put(key, MergedContacts.end(owner, loaded)));
        var known = new HashMap<ContactId, ContactId>();
        for (Claim claim : claims) {
            claimed(claim)
                    .filter(id -> isOf(claim.workspace(), loaded.get(id)))
                    .ifPresent(id -> known.put(id, MergedContacts.end(id, loaded)));
        }
        var contacts = new HashMap<ContactId, Contact>();
        loaded.forEach((id, stored) -> contacts.put(id, stored.contact()));
        var plan = new ClaimPlan(current, known, contacts);
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

    /** One insert per round: the next wanted identifier of every person. */
    private Mono<Void> takeAll(ClaimPlan plan) {
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
                .flatMap(owners -> merged.load(Set.copyOf(owners.values()))
                        .flatMapMany(loaded -> Flux.fromIterable(owners.entrySet())
                                .concatMap(taken -> lost(
                                        round.get(taken.getKey()),
                                        taken.getKey(),
                                        MergedContacts.end(taken.getValue(), loaded))))
                        .then());
    }

    private Mono<Void> lost(@Nullable Person person, IdentifierKey key, ContactId owner) {
        if (person == null) {
            return Mono.empty();
        }
        if (owner.equals(person.id)) {
            person.owned.add(key);
            return Mono.empty();
        }
        if (!person.created) {
            person.refused.add(key);
            return Mono.empty();
        }
        var own = person.id;
        person.adopt(owner);
        person.owned.add(key);
        return person.taken.isEmpty()
                ? Mono.empty()
                : store.giveUp(person.workspace, own, List.copyOf(person.taken), owner);
    }
}
