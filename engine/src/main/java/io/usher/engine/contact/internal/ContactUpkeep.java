package io.usher.engine.contact.internal;

import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Everything that is stored of contacts, page by page in the order of ids, and how a contact's document is put right. */
public interface ContactUpkeep {

    /** An identifier and its owner; {@code since} when it became theirs. */
    record Owned(IdentifierKey key, ContactId owner, Instant since) {}

    /** How far a walk has come: the id it goes on after (empty: at the beginning), and when it last came to the end. */
    record Walk(String after, @Nullable Instant finishedAt) {}

    Mono<Walk> walk(String name);

    Mono<Void> keep(String name, Walk walk);

    Mono<List<Owned>> identifiers(String after, int limit);

    Mono<List<Stored>> contacts(String after, int limit);

    /** Adds identifiers to what the contact shows; a missing contact is made. */
    Mono<Void> show(WorkspaceId workspace, ContactId contact, Collection<Identifier> identifiers);

    Mono<Void> hide(ContactId contact, Collection<Identifier> identifiers);

    /** Adds the loser to the aliases of the winner. */
    Mono<Void> alias(WorkspaceId workspace, ContactId loser, ContactId winner);
}
