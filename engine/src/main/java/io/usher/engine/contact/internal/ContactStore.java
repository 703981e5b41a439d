package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contact;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Contacts and who owns which identifier. */
public interface ContactStore {

    /** A contact as it is stored, or the one it was merged into. */
    record Stored(Contact contact, @Nullable ContactId mergedInto) {}

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

    /** First the alias, then the identifiers still owned by {@code loser} go over to {@code winner}. */
    Mono<Void> giveUp(WorkspaceId workspace, ContactId loser, Collection<IdentifierKey> keys, ContactId winner);

    /** Those that exist, by id; of any workspace. */
    Mono<Map<ContactId, Stored>> load(Collection<ContactId> ids);

    /** Makes missing contacts, adds identifiers, fills what is empty, records consents that are newer; repeating is harmless. */
    Mono<Void> write(Collection<Person> people);

    Mono<Void> consent(ContactId id, Channel channel, Consent consent);

    Mono<Contact> change(ContactId id, Changes changes);

    /** Newest first; contacts that were merged away are left out. */
    Mono<Page<Contact>> list(WorkspaceId workspace, PageRequest page);
}
