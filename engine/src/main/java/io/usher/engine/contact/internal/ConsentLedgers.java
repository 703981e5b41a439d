package io.usher.engine.contact.internal;

import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.Consents;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The ledgers of consent, one of a contact, and the older entries beside them. */
public interface ConsentLedgers {

    /** Where an entry stands in the list of a contact's entries. */
    record Place(Instant at, String id) {

        static final Comparator<Place> LATEST_FIRST =
                Comparator.comparing(Place::at).thenComparing(Place::id).reversed();

        static Place of(ConsentEntry entry) {
            return new Place(entry.at(), entry.id());
        }
    }

    /** By contact; who has none is left out. */
    Mono<Map<ContactId, Ledger>> load(Collection<ContactId> contacts);

    /** What holds now, without the entries; who has no ledger is left out. */
    Mono<Map<ContactId, Consents>> now(Collection<ContactId> contacts);

    /** Writes each whose version is still the one that was read; those that somebody else has written meanwhile are answered. */
    Mono<Set<ContactId>> replace(Collection<Ledger> ledgers);

    /** Keeps entries beside this ledger; one that is there already is left as it is. */
    Mono<Void> putBeside(Ledger ledger, Collection<ConsentEntry> entries);

    /** Which of these entries are beside this ledger. */
    Mono<Set<String>> knownBeside(Ledger ledger, Collection<String> ids);

    /** Entries beside a contact's ledger, the latest first, that come after {@code after} (null: from the first). */
    Mono<List<ConsentEntry>> beside(WorkspaceId workspace, ContactId contact, @Nullable Place after, int limit);
}
