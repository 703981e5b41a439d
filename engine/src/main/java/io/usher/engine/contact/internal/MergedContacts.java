package io.usher.engine.contact.internal;

import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.shared.ContactId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads contacts together with those they were merged into. */
@Component
class MergedContacts {

    private static final int MAX_HOPS = 5;

    private final ContactStore store;

    MergedContacts(ContactStore store) {
        this.store = store;
    }

    /** The contacts of these ids that exist, and those they were merged into, by id. */
    Mono<Map<ContactId, Stored>> load(Collection<ContactId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        return store.load(ids).flatMap(loaded -> follow(loaded, MAX_HOPS));
    }

    private Mono<Map<ContactId, Stored>> follow(Map<ContactId, Stored> loaded, int hops) {
        var further = loaded.values().stream()
                .map(Stored::mergedInto)
                .filter(id -> id != null && !loaded.containsKey(id))
                .collect(Collectors.toSet());
        if (further.isEmpty() || hops == 0) {
            return Mono.just(loaded);
        }
        return store.load(further).flatMap(more -> {
            var all = new HashMap<>(loaded);
            all.putAll(more);
            return follow(all, more.isEmpty() ? 0 : hops - 1);
        });
    }

    /** Whom this id stands for, by what {@link #load} found. */
    static ContactId end(ContactId id, Map<ContactId, Stored> loaded) {
        var current = id;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            var stored = loaded.get(current);
            if (stored == null || stored.mergedInto() == null) {
                return current;
            }
            current = stored.mergedInto();
        }
        return current;
    }
}
