package io.usher.engine.contact.internal;

import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.Consents;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Ledgers in memory; passes the same contract as MongoDB's. */
final class FakeConsentLedgers implements ConsentLedgers {

    final Map<ContactId, Ledger> ledgers = new HashMap<>();
    final Map<ContactId, Map<String, ConsentEntry>> beside = new HashMap<>();

    @Nullable
    Runnable beforeReplace;

    @Override
    public Mono<Map<ContactId, Ledger>> load(Collection<ContactId> contacts) {
        return Mono.fromSupplier(() -> {
            var found = new HashMap<>(ledgers);
            found.keySet().retainAll(Set.copyOf(contacts));
            return found;
        });
    }

    @Override
    public Mono<Map<ContactId, Consents>> now(Collection<ContactId> contacts) {
        return load(contacts)
                .map(found -> found.values().stream().collect(Collectors.toMap(Ledger::contact, Ledger::now)));
    }

    @Override
    public Mono<Set<ContactId>> replace(Collection<Ledger> changed) {
        return Mono.fromSupplier(() -> {
            var first = beforeReplace;
            beforeReplace = null;
            if (first != null) {
                first.run();
            }
            var lost = new HashSet<ContactId>();
            for (Ledger each : changed) {
                var stored = ledgers.get(each.contact());
                if ((stored == null ? 0 : stored.version()) == each.version()) {
                    ledgers.put(each.contact(), written(each));
                } else {
                    lost.add(each.contact());
                }
            }
            return lost;
        });
    }

    private static Ledger written(Ledger ledger) {
        return new Ledger(ledger.workspace(), ledger.contact(), ledger.entries(), ledger.older(), ledger.version() + 1);
    }

    @Override
    public Mono<Void> putBeside(Ledger ledger, Collection<ConsentEntry> entries) {
        return Mono.fromRunnable(
                () -> entries.forEach(entry -> beside.computeIfAbsent(ledger.contact(), id -> new LinkedHashMap<>())
                        .putIfAbsent(entry.id(), entry)));
    }

    @Override
    public Mono<Set<String>> knownBeside(Ledger ledger, Collection<String> ids) {
        return Mono.fromSupplier(() -> {
            var known = new HashSet<>(
                    beside.getOrDefault(ledger.contact(), Map.of()).keySet());
            known.retainAll(ids);
            return known;
        });
    }

    @Override
    public Mono<List<ConsentEntry>> beside(WorkspaceId workspace, ContactId contact, @Nullable Place after, int limit) {
        return Mono.fromSupplier(() -> beside.getOrDefault(contact, Map.of()).values().stream()
                .filter(entry -> after == null || Place.LATEST_FIRST.compare(after, Place.of(entry)) < 0)
                .sorted((one, other) -> Place.LATEST_FIRST.compare(Place.of(one), Place.of(other)))
                .limit(limit)
                .toList());
    }
}
