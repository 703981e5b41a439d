package io.usher.engine.contact;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Finds, makes and changes contacts. */
public interface Contacts {

    /** The contact, also by an id that was merged away; empty when there is none. */
    Mono<Contact> find(WorkspaceId workspace, ContactId id);

    /** Those of the ids that exist, by id. */
    Mono<Map<ContactId, Contact>> findAll(WorkspaceId workspace, Collection<ContactId> ids);

    /**
     * Who is meant, for a whole batch with one query: for each claim the contact its first known identifier names (made new
     * when none is known, the claim has one and it is not only a ContactId), the free identifiers added to it. Fills names,
     * language and zone that are still empty and records consents that the claim carries; never overwrites.
     *
     * @return one result per claim, in order
     */
    Mono<List<Resolved>> resolve(List<Claim> claims);

    /** Records what the person said about consent; 404 when there is no such contact. */
    Mono<Contact> consent(WorkspaceId workspace, ContactId id, ConsentWord word);
}
