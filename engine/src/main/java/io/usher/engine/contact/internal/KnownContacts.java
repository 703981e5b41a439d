package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Resolved;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The contacts of this installation. */
@Component
class KnownContacts implements Contacts {

    private final ContactStore store;
    private final Resolution resolution;
    private final Clock clock;

    KnownContacts(ContactStore store, Resolution resolution, Clock clock) {
        this.store = store;
        this.resolution = resolution;
        this.clock = clock;
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
        return store.load(ids).flatMap(loaded -> targets(loaded).map(targets -> found(workspace, loaded, targets)));
    }

    private Mono<Map<ContactId, Stored>> targets(Map<ContactId, Stored> loaded) {
        var targets = loaded.values().stream()
                .map(Stored::mergedInto)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return targets.isEmpty() ? Mono.just(Map.of()) : store.load(targets).flatMap(this::further);
    }

    private Mono<Map<ContactId, Stored>> further(Map<ContactId, Stored> loaded) {
        return targets(loaded).map(targets -> {
            var all = new HashMap<>(loaded);
            loaded.forEach((id, stored) -> {
                var target = stored.mergedInto() == null ? null : targets.get(stored.mergedInto());
                if (target != null) {
                    all.put(id, target);
                }
            });
            return all;
        });
    }

    private static Map<ContactId, Contact> found(
            WorkspaceId workspace, Map<ContactId, Stored> loaded, Map<ContactId, Stored> targets) {
        var found = new LinkedHashMap<ContactId, Contact>();
        loaded.forEach((id, stored) -> {
            var meant = stored.mergedInto() == null ? stored : targets.get(stored.mergedInto());
            if (meant != null && meant.contact().workspace().equals(workspace)) {
                found.put(id, meant.contact());
            }
        });
        return found;
    }

    @Override
    public Mono<List<Resolved>> resolve(List<Claim> claims) {
        return resolution.resolve(claims);
    }

    @Override
    public Mono<Contact> consent(WorkspaceId workspace, ContactId id, Channel channel, Consent consent) {
        var since = consent.since() == null ? clock.instant() : consent.since();
        var stamped = new Consent(consent.state(), consent.source(), since);
        return existing(workspace, id)
                .flatMap(contact ->
                        store.consent(contact.id(), channel, stamped).then(existing(workspace, contact.id())));
    }

    private Mono<Contact> existing(WorkspaceId workspace, ContactId id) {
        return find(workspace, id).switchIfEmpty(Mono.error(() -> Problems.notFound("contact", id.value())));
    }
}
