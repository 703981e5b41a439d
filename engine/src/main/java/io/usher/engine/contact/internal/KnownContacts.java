package io.usher.engine.contact.internal;

import io.usher.engine.contact.Claim;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Resolved;
import io.usher.engine.contact.internal.ConsentService.Said;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The contacts of this installation. */
@Component
class KnownContacts implements Contacts {

    private final MergedContacts merged;
    private final ConsentService consents;
    private final Resolution resolution;

    KnownContacts(MergedContacts merged, ConsentService consents, Resolution resolution) {
        this.merged = merged;
        this.consents = consents;
        this.resolution = resolution;
    }

    @Override
    public Mono<Contact> find(WorkspaceId workspace, ContactId id) {
        return findAll(workspace, List.of(id)).flatMap(found -> Mono.justOrEmpty(found.get(id)));
    }

    @Override
    public Mono<Map<ContactId, Contact>> findAll(WorkspaceId workspace, Collection<ContactId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return merged.load(ids).map(loaded -> meant(workspace, ids, loaded)).flatMap(this::withConsents);
    }

    private static Map<ContactId, Stored> meant(
            WorkspaceId workspace, Collection<ContactId> ids, Map<ContactId, Stored> loaded) {
        var found = new LinkedHashMap<ContactId, Stored>();
        for (ContactId id : ids) {
            var meant = loaded.get(MergedContacts.end(id, loaded));
            if (meant != null && meant.contact().workspace().equals(workspace)) {
                found.put(id, meant);
            }
        }
        return found;
    }

    private Mono<Map<ContactId, Contact>> withConsents(Map<ContactId, Stored> found) {
        return consents.read(Set.copyOf(found.values())).map(read -> {
            var contacts = new LinkedHashMap<ContactId, Contact>();
            found.forEach((id, stored) -> contacts.put(
                    id, Objects.requireNonNull(read.get(stored.contact().id()))));
            return contacts;
        });
    }

    @Override
    public Mono<List<Resolved>> resolve(List<Claim> claims) {
        return resolution.resolve(claims);
    }

    @Override
    public Mono<Contact> consent(WorkspaceId workspace, ContactId id, ConsentWord word) {
        return merged.load(List.of(id))
                .map(loaded -> meant(workspace, List.of(id), loaded))
                .flatMap(meant -> Mono.justOrEmpty(meant.get(id)))
                .map(Stored::contact)
                .flatMap(contact -> consents.record(
                                List.of(new Said(workspace, contact.id(), contact.consents(), List.of(word))))
                        .thenReturn(contact.id()))
                .flatMap(contact -> find(workspace, contact))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("contact", id.value())));
    }
}
