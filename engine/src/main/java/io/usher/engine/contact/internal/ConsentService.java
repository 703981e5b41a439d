package io.usher.engine.contact.internal;

import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.contact.internal.Ledger.Added;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Records what people say about consent, and reads what holds: the ledgers of a contact and of its aliases together. */
@Component
class ConsentService {

    private static final int TRIES = 200;
    private static final int AT_ONCE = 16;
    private static final int PAUSE_MILLIS = 20;

    private final ConsentLedgers ledgers;
    private final ContactStore contacts;
    private final Clock clock;

    ConsentService(ConsentLedgers ledgers, ContactStore contacts, Clock clock) {
        this.ledgers = ledgers;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * What one contact said.
     *
     * @param before consents that stand in the contact's document as they did before there were ledgers; they move over
     */
    record Said(WorkspaceId workspace, ContactId contact, Consents before, List<ConsentWord> words) {

        boolean nothing() {
            return words.isEmpty() && before.deciding().isEmpty();
        }
    }

    /** Recorded when it completes; words that are known already change nothing. */
    Mono<Void> record(Collection<Said> said) {
        var entries = new HashMap<ContactId, Ledger>();
        var moved = new ArrayList<Said>();
        for (Said each : said) {
            if (!each.nothing()) {
                entries.merge(each.contact(), addition(each), ConsentService::both);
            }
            if (!each.before().deciding().isEmpty()) {
                moved.add(each);
            }
        }
        return add(entries, TRIES)
                .thenMany(Flux.fromIterable(moved))
                .concatMap(each -> contacts.forgetOldConsents(each.contact(), each.before()))
                .then();
    }

    private Ledger addition(Said said) {
        var now = clock.instant();
        var entries = Stream.concat(
                        said.before().deciding().values().stream(),
                        said.words().stream().map(word -> new ConsentEntry(word, now)))
                .toList();
        return new Ledger(said.workspace(), said.contact(), entries, false, 0);
    }

    private static Ledger both(Ledger one, Ledger other) {
        var entries = Stream.concat(one.entries().stream(), other.entries().stream());
        return new Ledger(one.workspace(), one.contact(), entries.toList(), false, 0);
    }

    private Mono<Void> add(Map<ContactId, Ledger> additions, int tries) {
        if (additions.isEmpty()) {
            return Mono.empty();
        }
        if (tries == 0) {
            return Mono.error(Problems.unavailable("Too many consents of one contact at once; send it again"));
        }
        return ledgers.load(additions.keySet())
                .flatMap(found -> Flux.fromIterable(additions.values())
                        .flatMap(each -> add(found.get(each.contact()), each), AT_ONCE)
                        .collectList())
                .flatMap(changed -> changed.isEmpty() ? Mono.just(Set.<ContactId>of()) : ledgers.replace(changed))
                .flatMap(lost -> again(additions, lost, tries));
    }

    /** The ledger to be written; empty when it stays as it is. */
    private Mono<Ledger> add(@Nullable Ledger found, Ledger addition) {
        var before = found == null ? Ledger.empty(addition.workspace(), addition.contact()) : found;
        return unknown(before, addition.entries()).flatMap(entries -> {
            Added added = before.with(entries);
            return putBeside(added).then(Mono.justOrEmpty(added.ledger()).filter(after -> !after.equals(before)));
        });
    }

    /** An entry that went beside the ledger long ago is not said anew. */
    private Mono<List<ConsentEntry>> unknown(Ledger before, List<ConsentEntry> entries) {
        if (!before.older()) {
            return Mono.just(entries);
        }
        var ids = entries.stream().map(ConsentEntry::id).toList();
        return ledgers.knownBeside(before, ids)
                .map(known -> entries.stream()
                        .filter(each -> !known.contains(each.id()))
                        .toList());
    }

    private Mono<Void> putBeside(Added added) {
        return added.beside().isEmpty() ? Mono.empty() : ledgers.putBeside(added.ledger(), added.beside());
    }

    private Mono<Void> again(Map<ContactId, Ledger> additions, Set<ContactId> lost, int tries) {
        if (lost.isEmpty()) {
            return Mono.empty();
        }
        var open = new HashMap<>(additions);
        open.keySet().retainAll(lost);
        var pause = Duration.ofMillis(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
        return Mono.delay(pause).then(Mono.defer(() -> add(open, tries - 1)));
    }

    /** These contacts with what holds for each now, by id and in their order. */
    Mono<Map<ContactId, Contact>> read(Collection<Stored> stored) {
        var ids = stored.stream().flatMap(each -> each.ids().stream()).toList();
        return (ids.isEmpty() ? Mono.just(Map.<ContactId, Consents>of()) : ledgers.now(ids)).map(now -> {
            var contacts = new LinkedHashMap<ContactId, Contact>();
            stored.forEach(each -> contacts.put(each.contact().id(), with(each, now)));
            return contacts;
        });
    }

    private static Contact with(Stored stored, Map<ContactId, Consents> now) {
        var all = new ArrayList<Consents>();
        all.add(stored.contact().consents());
        stored.ids().forEach(id -> all.add(now.getOrDefault(id, Consents.NONE)));
        return stored.contact().with(Consents.joined(all));
    }
}
