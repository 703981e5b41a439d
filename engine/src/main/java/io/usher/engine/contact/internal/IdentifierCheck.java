package io.usher.engine.contact.internal;

import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.contact.internal.ContactUpkeep.Owned;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares both ways who owns an identifier and what contacts show, and puts the contacts right: the collection of
 * identifiers is the truth.
 */
@Component
class IdentifierCheck {

    private final ContactStore store;
    private final ContactUpkeep upkeep;
    private final MergedContacts merged;

    IdentifierCheck(ContactStore store, ContactUpkeep upkeep, MergedContacts merged) {
        this.store = store;
        this.upkeep = upkeep;
        this.merged = merged;
    }

    /** A contact that was put right, and how. */
    record Mend(ContactId contact, What what) {}

    /** What a contact's document lacked or had too much. */
    enum What {
        /** An identifier it owns was not shown. */
        SHOWN,
        /** An identifier it does not own was shown. */
        HIDDEN,
        /** A contact that was merged into it was not among its aliases. */
        ALIAS
    }

    /**
     * Identifiers that their owners do not show.
     *
     * @param before one that became theirs later may be on its way into the contact just now
     */
    List<Mend> unseen(List<Owned> page, Instant before) {
        var settled =
                page.stream().filter(each -> each.since().isBefore(before)).toList();
        var owners = settled.stream().map(Owned::owner).collect(Collectors.toSet());
        var loaded = Async.value(merged.load(owners));
        var unseen = new LinkedHashMap<ContactId, Set<IdentifierKey>>();
        for (Owned each : settled) {
            var owner = MergedContacts.end(each.owner(), loaded);
            if (!shows(loaded.get(owner), each.key())) {
                unseen.computeIfAbsent(owner, id -> new LinkedHashSet<>()).add(each.key());
            }
        }
        unseen.forEach(this::show);
        return unseen.keySet().stream().map(id -> new Mend(id, What.SHOWN)).toList();
    }

    private static boolean shows(@Nullable Stored owner, IdentifierKey key) {
        return owner != null && owner.contact().identifiers().contains(key.identifier());
    }

    private void show(ContactId owner, Collection<IdentifierKey> keys) {
        var workspace = keys.iterator().next().workspace();
        Async.await(upkeep.show(workspace, owner, identifiers(keys)));
        // one that was given away in the meantime is not shown by who gave it away
        var owners = owners(keys);
        var lost = keys.stream().filter(key -> !owns(owner, key, owners)).toList();
        if (!lost.isEmpty()) {
            hide(owner, lost);
        }
    }

    /** How many of them stay hidden. */
    private int hide(ContactId contact, Collection<IdentifierKey> keys) {
        Async.await(upkeep.hide(contact, identifiers(keys)));
        // one that an event took for it in the meantime was shown by that event, and is hidden now
        var owners = owners(keys);
        var taken = keys.stream().filter(key -> owns(contact, key, owners)).toList();
        if (!taken.isEmpty()) {
            show(contact, taken);
        }
        return keys.size() - taken.size();
    }

    /** What contacts show and do not own, and contacts that were merged and are no alias. */
    List<Mend> surplus(List<Stored> page) {
        var mends = new ArrayList<Mend>();
        var keys = page.stream().flatMap(each -> keys(each).stream()).collect(Collectors.toSet());
        var owners = owners(keys);
        for (Stored each : page) {
            var id = each.contact().id();
            var foreign =
                    keys(each).stream().filter(key -> !owns(id, key, owners)).toList();
            if (!foreign.isEmpty() && hide(id, foreign) > 0) {
                mends.add(new Mend(id, What.HIDDEN));
            }
        }
        mends.addAll(aliases(page));
        return mends;
    }

    private List<Mend> aliases(List<Stored> page) {
        var losers = page.stream().filter(each -> each.mergedInto() != null).toList();
        var winners = Async.value(
                merged.load(losers.stream().map(each -> each.contact().id()).toList()));
        var mends = new ArrayList<Mend>();
        for (Stored loser : losers) {
            var id = loser.contact().id();
            var winner = MergedContacts.end(id, winners);
            var known = winners.get(winner);
            if (known == null || !known.aliases().contains(id)) {
                Async.await(upkeep.alias(loser.contact().workspace(), id, winner));
                mends.add(new Mend(winner, What.ALIAS));
            }
        }
        return mends;
    }

    private static boolean owns(ContactId contact, IdentifierKey key, Map<IdentifierKey, ContactId> owners) {
        return contact.equals(owners.get(key));
    }

    /** Who owns these keys by now, merged contacts followed to whom they became. */
    private Map<IdentifierKey, ContactId> owners(Collection<IdentifierKey> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var owners = Async.value(store.owners(keys));
        var loaded = Async.value(merged.load(Set.copyOf(owners.values())));
        var ends = new LinkedHashMap<IdentifierKey, ContactId>();
        owners.forEach((key, owner) -> ends.put(key, MergedContacts.end(owner, loaded)));
        return ends;
    }

    /** What a contact shows; who was merged shows nothing that counts. */
    private static List<IdentifierKey> keys(Stored stored) {
        return stored.mergedInto() != null
                ? List.of()
                : stored.contact().identifiers().stream()
                        .map(each -> new IdentifierKey(stored.contact().workspace(), each))
                        .toList();
    }

    private static List<Identifier> identifiers(Collection<IdentifierKey> keys) {
        return keys.stream().map(IdentifierKey::identifier).toList();
    }
}
