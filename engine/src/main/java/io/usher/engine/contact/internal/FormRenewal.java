package io.usher.engine.contact.internal;

import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactUpkeep.Owned;
import io.usher.engine.contact.internal.NormalForm.Usable;
import io.usher.engine.platform.async.Async;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings identifiers that are stored in a former spelling into the present one (ADR 0012). */
@Component
class FormRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(FormRenewal.class);

    private final ContactStore store;
    private final ContactUpkeep upkeep;
    private final MergedContacts merged;

    FormRenewal(ContactStore store, ContactUpkeep upkeep, MergedContacts merged) {
        this.store = store;
        this.upkeep = upkeep;
        this.merged = merged;
    }

    /** Those of the page that are up to date, the renewed ones in their new spelling among them. */
    List<Owned> renew(List<Owned> page) {
        var current = new ArrayList<Owned>();
        for (Owned each : page) {
            var renewed = renewed(each.key());
            if (renewed.isEmpty()) {
                current.add(each);
            } else {
                current.add(renew(each, renewed.get()));
            }
        }
        return current;
    }

    /** A phone number does not say how it was written, so it is only renewed when it comes again. */
    private static Optional<IdentifierKey> renewed(IdentifierKey key) {
        var identifier = key.identifier();
        if (identifier.kind() == Kind.PHONE) {
            return Optional.empty();
        }
        return NormalForms.of(identifier.kind(), identifier.value(), "") instanceof Usable usable
                        && !usable.value().equals(identifier.value())
                ? Optional.of(new IdentifierKey(key.workspace(), new Identifier(identifier.kind(), usable.value())))
                : Optional.empty();
    }

    private Owned renew(Owned former, IdentifierKey renewed) {
        var loaded = Async.value(merged.load(Set.of(former.owner())));
        var owner = MergedContacts.end(former.owner(), loaded);
        var refused = Async.value(store.take(Map.of(renewed, owner)));
        if (!refused.isEmpty()
                && !owner.equals(Async.value(store.owners(refused)).get(renewed))) {
            LOG.warn(
                    "Contact {} and another have the same {} in two spellings; both keep theirs",
                    owner,
                    renewed.identifier().kind().param());
            return former;
        }
        Async.await(upkeep.show(renewed.workspace(), owner, List.of(renewed.identifier())));
        Async.await(store.release(former.owner(), Set.of(former.key())));
        Async.await(upkeep.hide(owner, List.of(former.key().identifier())));
        return new Owned(renewed, owner, former.since());
    }
}
