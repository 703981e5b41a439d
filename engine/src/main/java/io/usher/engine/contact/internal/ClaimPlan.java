package io.usher.engine.contact.internal;

import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Resolved;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom each claim of a batch means, by what is known of identifiers and by the claims before it. No input or output. */
final class ClaimPlan {

    private final Map<IdentifierKey, ContactId> owners;
    private final Map<ContactId, ContactId> claimed;
    private final Map<ContactId, Contact> contacts;
    private final Map<ContactId, Person> people = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** One claim and its person, null for nobody. */
    private record Entry(Claim claim, @Nullable Person person, boolean creator, List<Identifier> conflicts) {}

    /**
     * @param owners who owns the identifiers that the claims name
     * @param claimed the contacts that claims name by id: id as claimed to the contact it stands for
     * @param contacts what is stored of them; one that is missing is made anew
     */
    ClaimPlan(
            Map<IdentifierKey, ContactId> owners, Map<ContactId, ContactId> claimed, Map<ContactId, Contact> contacts) {
        this.owners = new HashMap<>(owners);
        this.claimed = claimed;
        this.contacts = contacts;
    }

    void add(Claim claim) {
        var keys = keys(claim);
        var owner = owner(claim, keys);
        if (owner.isEmpty() && keys.isEmpty()) {
            entries.add(new Entry(claim, null, false, List.of()));
            return;
        }
        boolean creator = owner.isEmpty();
        var id = owner.orElseGet(() -> new ContactId(Ids.random()));
        var person =
                people.computeIfAbsent(id, each -> new Person(claim.workspace(), each, contacts.get(each), creator));
        person.add(claim);
        var conflicts = new ArrayList<Identifier>();
        for (IdentifierKey key : keys) {
            var other = owners.get(key);
            var former = former(claim, key);
            var formerOwner = former.map(owners::get).orElse(null);
            if (other == null && (formerOwner == null || formerOwner.equals(id))) {
                owners.put(key, id);
                person.wanted.add(key);
            } else if (!id.equals(other)) {
                conflicts.add(key.identifier());
            } else if (!person.wanted.contains(key)) {
                person.owned.add(key);
            }
            if (id.equals(formerOwner)) {
                former.ifPresent(each -> person.outdated.put(key, each));
            }
        }
        entries.add(new Entry(claim, person, creator, conflicts));
    }

    Collection<Person> people() {
        return people.values();
    }

    List<Resolved> results() {
        return entries.stream().map(ClaimPlan::result).toList();
    }

    static List<IdentifierKey> keys(Claim claim) {
        return claim.identifiers().stream()
                .filter(each -> each.kind() != Kind.CONTACT_ID)
                .map(each -> new IdentifierKey(claim.workspace(), each))
                .toList();
    }

    /** The keys under which those of the claim were stored before. */
    static List<IdentifierKey> formerKeys(Claim claim) {
        return claim.formers().values().stream()
                .map(each -> new IdentifierKey(claim.workspace(), each))
                .toList();
    }

    private static Optional<IdentifierKey> former(Claim claim, IdentifierKey key) {
        return Optional.ofNullable(claim.formers().get(key.identifier()))
                .map(each -> new IdentifierKey(claim.workspace(), each));
    }

    private Optional<ContactId> owner(Claim claim, List<IdentifierKey> keys) {
        for (Identifier identifier : claim.identifiers()) {
            if (identifier.kind() == Kind.CONTACT_ID) {
                var contact = claimed.get(new ContactId(identifier.value()));
                if (contact != null) {
                    return Optional.of(contact);
                }
            }
        }
        return keys.stream()
                .flatMap(key -> Stream.concat(Stream.of(key), former(claim, key).stream()))
                .filter(owners::containsKey)
                .findFirst()
                .map(owners::get);
    }

    private static Resolved result(Entry entry) {
        var person = entry.person();
        if (person == null) {
            return Resolved.NOBODY;
        }
        var conflicts = new ArrayList<>(entry.conflicts());
        person.refused.stream()
                .map(IdentifierKey::identifier)
                .filter(entry.claim().identifiers()::contains)
                .forEach(conflicts::add);
        return new Resolved(person.id, entry.creator() && person.created, conflicts);
    }
}
