package io.usher.engine.contact.internal;

import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Contact;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Contacts and who owns which identifier. */
public interface ContactStore {

    /**
     * A contact as it is stored (its consents are those that did not move to its ledger yet), the one it was merged into,
     * and the ids that were merged into it.
     */
    record Stored(Contact contact, @Nullable ContactId mergedInto, List<ContactId> aliases) {

        public Stored {
            aliases = List.copyOf(aliases);
        }

        /** The contact's own id and its aliases. */
        List<ContactId> ids() {
            return Stream.concat(Stream.of(contact.id()), aliases.stream()).toList();
        }
    }

    /** Values that a person or program sets on purpose; null leaves a field as it is. */
    record Changes(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language,
            @Nullable String zone,
            Params fields) {}

    Mono<Map<IdentifierKey, ContactId>> owners(Collection<IdentifierKey> keys);

    /** Takes free identifiers for their contacts; those that somebody else has already are answered. */
    Mono<Set<IdentifierKey>> take(Map<IdentifierKey, ContactId> wanted);

    /** First the alias, in both contacts, then the identifiers still owned by {@code loser} go over to {@code winner}. */
    Mono<Void> giveUp(WorkspaceId workspace, ContactId loser, Collection<IdentifierKey> keys, ContactId winner);

    /** Frees identifiers that this contact still owns, and only then takes them out of what it shows. */
    Mono<Void> release(ContactId owner, Collection<IdentifierKey> keys);

    /** Those that exist, by id; of any workspace. */
    Mono<Map<ContactId, Stored>> load(Collection<ContactId> ids);

    /** Makes missing contacts, adds identifiers, fills what is empty; repeating is harmless. */
    Mono<Void> write(Collection<Person> people);

    /** Takes these consents, which moved to the ledger, out of the contact; what was changed since they were read stays. */
    Mono<Void> forgetOldConsents(ContactId id, Consents read);

    /** Empty when there is no such contact. */
    Mono<Stored> change(ContactId id, Changes changes);

    /** About how many there are, those that were merged away included; not counted beyond {@code most}. */
    Mono<Long> count(WorkspaceId workspace, int most);

    /** Newest first; contacts that were merged away are left out. */
    Mono<Page<Stored>> list(WorkspaceId workspace, PageRequest page);
}
