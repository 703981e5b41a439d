package io.usher.engine.contact.internal;

import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.Consents;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * What one contact said about consent. The entries that decide and the newest stay in it, older ones are kept beside it.
 *
 * @param entries the latest first
 * @param older whether some are kept beside it
 * @param version changes with every write; 0 when it was never written
 */
public record Ledger(
        WorkspaceId workspace, ContactId contact, List<ConsentEntry> entries, boolean older, long version) {

    static final int KEPT = 200;

    public Ledger {
        entries = List.copyOf(entries);
    }

    public static Ledger empty(WorkspaceId workspace, ContactId contact) {
        return new Ledger(workspace, contact, List.of(), false, 0);
    }

    /** The ledger after an addition, and what goes beside it. */
    record Added(Ledger ledger, List<ConsentEntry> beside) {}

    public Consents now() {
        return Consents.of(entries);
    }

    /** With these entries; those whose id is known already change nothing. */
    Added with(Collection<ConsentEntry> more) {
        var all = new HashMap<String, ConsentEntry>();
        more.forEach(entry -> all.putIfAbsent(entry.id(), entry));
        entries.forEach(entry -> all.put(entry.id(), entry));
        var sorted =
                all.values().stream().sorted(ConsentEntry.IN_TIME.reversed()).toList();
        var deciding = new HashSet<>(Consents.of(sorted).deciding().values());
        var kept = new ArrayList<ConsentEntry>();
        var beside = new ArrayList<ConsentEntry>();
        for (int i = 0; i < sorted.size(); i++) {
            var entry = sorted.get(i);
            (i < KEPT || deciding.contains(entry) ? kept : beside).add(entry);
        }
        var ledger = new Ledger(workspace, contact, kept, older || !beside.isEmpty(), version);
        return new Added(ledger, beside);
    }
}
