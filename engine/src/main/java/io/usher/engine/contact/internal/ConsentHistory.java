package io.usher.engine.contact.internal;

import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.internal.ConsentLedgers.Place;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything a contact said about consent, the latest first: what is in its ledgers and what went beside them. */
@Component
public class ConsentHistory {

    private final MergedContacts merged;
    private final ConsentLedgers ledgers;

    ConsentHistory(MergedContacts merged, ConsentLedgers ledgers) {
        this.merged = merged;
        this.ledgers = ledgers;
    }

    /** What holds now, and up to {@code limit} entries after this place; empty when there is no such contact. */
    public record History(
            Consents now,
            List<ConsentEntry> entries,
            @Nullable Place next) {}

    public Mono<History> read(WorkspaceId workspace, ContactId id, @Nullable Place after, int limit) {
        return merged.load(List.of(id))
                .flatMap(loaded -> Mono.justOrEmpty(loaded.get(MergedContacts.end(id, loaded))))
                .filter(stored -> stored.contact().workspace().equals(workspace))
                .flatMap(stored -> read(stored, after, limit));
    }

    private Mono<History> read(Stored stored, @Nullable Place after, int limit) {
        var workspace = stored.contact().workspace();
        return ledgers.load(stored.ids())
                .flatMap(found -> beside(workspace, found.values(), after, limit + 1)
                        .map(beside -> history(stored, found.values(), beside, after, limit)));
    }

    private Mono<List<ConsentEntry>> beside(
            WorkspaceId workspace, Collection<Ledger> found, @Nullable Place after, int limit) {
        return Flux.fromIterable(found)
                .filter(Ledger::older)
                .concatMap(ledger -> ledgers.beside(workspace, ledger.contact(), after, limit))
                .flatMapIterable(entries -> entries)
                .collectList();
    }

    private static History history(
            Stored stored, Collection<Ledger> found, List<ConsentEntry> beside, @Nullable Place after, int limit) {
        var before = stored.contact().consents().deciding().values();
        var inLedgers = found.stream().flatMap(ledger -> ledger.entries().stream());
        var all = Stream.concat(inLedgers, before.stream()).toList();
        // one that has just gone beside may be found in both places
        var sorted = Stream.concat(all.stream(), beside.stream())
                .collect(Collectors.toMap(ConsentEntry::id, entry -> entry, (one, other) -> one))
                .values()
                .stream()
                .filter(entry -> after == null || Place.LATEST_FIRST.compare(after, Place.of(entry)) < 0)
                .sorted((one, other) -> Place.LATEST_FIRST.compare(Place.of(one), Place.of(other)))
                .toList();
        var entries = sorted.subList(0, Math.min(limit, sorted.size()));
        var next = sorted.size() > limit ? Place.of(entries.getLast()) : null;
        return new History(Consents.of(all), entries, next);
    }
}
