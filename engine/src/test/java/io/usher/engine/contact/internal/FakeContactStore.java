package io.usher.engine.contact.internal;

import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Contacts and identifiers in memory; passes the same contract as MongoDB's. */
final class FakeContactStore implements ContactStore, ContactUpkeep {

    static final Instant MADE = Instant.parse("2026-05-01T10:00:00Z");

    final TreeMap<String, Owned> identifiers = new TreeMap<>();
    final TreeMap<String, Stored> contacts = new TreeMap<>();
    private final Map<String, Walk> walks = new HashMap<>();

    /** Runs once, after somebody decided to hide something. */
    @Nullable
    Runnable beforeHide;

    @Override
    public Mono<Map<IdentifierKey, ContactId>> owners(Collection<IdentifierKey> keys) {
        return Mono.fromSupplier(() -> {
            var owners = new HashMap<IdentifierKey, ContactId>();
            keys.forEach(key -> {
                var owned = identifiers.get(key.id());
                if (owned != null) {
                    owners.put(key, owned.owner());
                }
            });
            return owners;
        });
    }

    @Override
    public Mono<Set<IdentifierKey>> take(Map<IdentifierKey, ContactId> wanted) {
        return Mono.fromSupplier(() -> {
            var refused = new HashSet<IdentifierKey>();
            wanted.forEach((key, contact) -> {
                if (identifiers.putIfAbsent(key.id(), new Owned(key, contact, MADE)) != null) {
                    refused.add(key);
                }
            });
            return refused;
        });
    }

    @Override
    public Mono<Void> giveUp(WorkspaceId workspace, ContactId loser, Collection<IdentifierKey> keys, ContactId winner) {
        return Mono.fromRunnable(() -> {
            var lost = stored(workspace, loser);
            contacts.put(loser.value(), new Stored(lost.contact(), winner, lost.aliases()));
            addAlias(workspace, loser, winner);
            for (IdentifierKey key : keys) {
                identifiers.computeIfPresent(
                        key.id(), (id, owned) -> owned.owner().equals(loser) ? new Owned(key, winner, MADE) : owned);
            }
        });
    }

    @Override
    public Mono<Void> release(ContactId owner, Collection<IdentifierKey> keys) {
        return Mono.<Void>fromRunnable(() -> keys.forEach(key -> identifiers.computeIfPresent(
                        key.id(), (id, owned) -> owned.owner().equals(owner) ? null : owned)))
                .then(hide(owner, keys.stream().map(IdentifierKey::identifier).toList()));
    }

    @Override
    public Mono<Map<ContactId, Stored>> load(Collection<ContactId> ids) {
        return Mono.fromSupplier(() -> {
            var found = new HashMap<ContactId, Stored>();
            ids.forEach(id -> {
                var stored = contacts.get(id.value());
                if (stored != null) {
                    found.put(id, stored);
                }
            });
            return found;
        });
    }

    @Override
    public Mono<Void> write(Collection<Person> people) {
        return Mono.fromRunnable(() -> people.forEach(this::write));
    }

    private void write(Person person) {
        var stored = stored(person.workspace(), person.id());
        var before = stored.contact();
        var shown = new LinkedHashSet<>(before.identifiers());
        person.owned().forEach(key -> shown.add(key.identifier()));
        var zone = person.zone() == null ? null : ZoneId.of(person.zone());
        put(
                stored,
                new Contact(
                        before.id(),
                        before.workspace(),
                        first(before.firstName(), person.firstName()),
                        first(before.lastName(), person.lastName()),
                        first(before.language(), person.language()),
                        first(before.zone(), zone),
                        List.copyOf(shown),
                        before.consents(),
                        before.fields(),
                        before.createdAt()));
    }

    private static <T> @Nullable T first(@Nullable T known, @Nullable T value) {
        return known == null ? value : known;
    }

    @Override
    public Mono<Void> forgetOldConsents(ContactId id, Consents read) {
        return Mono.fromRunnable(() -> contacts.computeIfPresent(id.value(), (key, stored) -> {
            var left = new HashMap<>(stored.contact().consents().deciding());
            left.values().removeAll(read.deciding().values());
            return new Stored(stored.contact().with(new Consents(left)), stored.mergedInto(), stored.aliases());
        }));
    }

    @Override
    public Mono<Stored> change(ContactId id, Changes changes) {
        return Mono.error(new AssertionError());
    }

    @Override
    public Mono<Long> count(WorkspaceId workspace, int most) {
        return Mono.error(new AssertionError());
    }

    @Override
    public Mono<Page<Stored>> list(WorkspaceId workspace, PageRequest page) {
        return Mono.error(new AssertionError());
    }

    @Override
    public Mono<Walk> walk(String name) {
        return Mono.fromSupplier(() -> walks.getOrDefault(name, new Walk("", null)));
    }

    @Override
    public Mono<Void> keep(String name, Walk walk) {
        return Mono.fromRunnable(() -> walks.put(name, walk));
    }

    @Override
    public Mono<List<Owned>> identifiers(String after, int limit) {
        return Mono.fromSupplier(() -> identifiers.tailMap(after, false).values().stream()
                .sorted(Comparator.comparing(each -> each.key().id()))
                .limit(limit)
                .toList());
    }

    @Override
    public Mono<List<Stored>> contacts(String after, int limit) {
        return Mono.fromSupplier(() ->
                contacts.tailMap(after, false).values().stream().limit(limit).toList());
    }

    @Override
    public Mono<Void> show(WorkspaceId workspace, ContactId contact, Collection<Identifier> identifiers) {
        return Mono.fromRunnable(() -> {
            var stored = stored(workspace, contact);
            var shown = new LinkedHashSet<>(stored.contact().identifiers());
            shown.addAll(identifiers);
            put(stored, showing(stored.contact(), shown));
        });
    }

    @Override
    public Mono<Void> hide(ContactId contact, Collection<Identifier> identifiers) {
        return Mono.fromRunnable(() -> {
            var first = beforeHide;
            beforeHide = null;
            if (first != null) {
                first.run();
            }
            var stored = contacts.get(contact.value());
            if (stored != null) {
                var shown = new LinkedHashSet<>(stored.contact().identifiers());
                shown.removeAll(Set.copyOf(identifiers));
                put(stored, showing(stored.contact(), shown));
            }
        });
    }

    @Override
    public Mono<Void> alias(WorkspaceId workspace, ContactId loser, ContactId winner) {
        return Mono.fromRunnable(() -> addAlias(workspace, loser, winner));
    }

    private void addAlias(WorkspaceId workspace, ContactId loser, ContactId winner) {
        var won = stored(workspace, winner);
        var aliases = new LinkedHashSet<>(won.aliases());
        aliases.add(loser);
        contacts.put(winner.value(), new Stored(won.contact(), won.mergedInto(), List.copyOf(aliases)));
    }

    private static Contact showing(Contact contact, Set<Identifier> identifiers) {
        return new Contact(
                contact.id(),
                contact.workspace(),
                contact.firstName(),
                contact.lastName(),
                contact.language(),
                contact.zone(),
                List.copyOf(identifiers),
                contact.consents(),
                contact.fields(),
                contact.createdAt());
    }

    private void put(Stored before, Contact contact) {
        contacts.put(contact.id().value(), new Stored(contact, before.mergedInto(), before.aliases()));
    }

    private Stored stored(WorkspaceId workspace, ContactId id) {
        return contacts.computeIfAbsent(
                id.value(),
                each -> new Stored(
                        new Contact(
                                id, workspace, null, null, null, null, List.of(), Consents.NONE, Params.EMPTY, MADE),
                        null,
                        List.of()));
    }
}
