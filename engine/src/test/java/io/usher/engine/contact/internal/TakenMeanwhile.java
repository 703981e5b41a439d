package io.usher.engine.contact.internal;

import io.usher.engine.contact.Consents;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A store in which something happens once, after identifiers were looked up and before the first is taken. */
final class TakenMeanwhile implements ContactStore {

    private final ContactStore store;
    private @Nullable Runnable meanwhile;

    TakenMeanwhile(ContactStore store, Runnable meanwhile) {
        this.store = store;
        this.meanwhile = meanwhile;
    }

    @Override
    public Mono<Set<IdentifierKey>> take(Map<IdentifierKey, ContactId> wanted) {
        return Mono.defer(() -> {
            var first = meanwhile;
            meanwhile = null;
            if (first != null) {
                first.run();
            }
            return store.take(wanted);
        });
    }

    @Override
    public Mono<Map<IdentifierKey, ContactId>> owners(Collection<IdentifierKey> keys) {
        return store.owners(keys);
    }

    @Override
    public Mono<Void> giveUp(WorkspaceId workspace, ContactId loser, Collection<IdentifierKey> keys, ContactId winner) {
        return store.giveUp(workspace, loser, keys, winner);
    }

    @Override
    public Mono<Void> release(ContactId owner, Collection<IdentifierKey> keys) {
        return store.release(owner, keys);
    }

    @Override
    public Mono<Map<ContactId, Stored>> load(Collection<ContactId> ids) {
        return store.load(ids);
    }

    @Override
    public Mono<Void> write(Collection<Person> people) {
        return store.write(people);
    }

    @Override
    public Mono<Void> forgetOldConsents(ContactId id, Consents read) {
        return store.forgetOldConsents(id, read);
    }

    @Override
    public Mono<Stored> change(ContactId id, Changes changes) {
        return store.change(id, changes);
    }

    @Override
    public Mono<Long> count(WorkspaceId workspace, int most) {
        return store.count(workspace, most);
    }

    @Override
    public Mono<Page<Stored>> list(WorkspaceId workspace, PageRequest page) {
        return store.list(workspace, page);
    }
}
