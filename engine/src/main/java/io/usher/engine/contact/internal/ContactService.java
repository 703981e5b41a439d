package io.usher.engine.contact.internal;

import io.usher.engine.account.Caller;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Resolved;
import io.usher.engine.contact.internal.ContactStore.Changes;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Contacts as people and programs enter and look them up. */
@Component
public class ContactService {

    private final Contacts contacts;
    private final ContactStore store;
    private final ClaimReader reader;
    private final Countries countries;
    private final ConsentService consents;

    ContactService(
            Contacts contacts, ContactStore store, ClaimReader reader, Countries countries, ConsentService consents) {
        this.contacts = contacts;
        this.store = store;
        this.reader = reader;
        this.countries = countries;
        this.consents = consents;
    }

    /**
     * What became of an entry: the contact, whether it is new, identifiers that somebody else has, and what had to be guessed
     * or left out.
     */
    public record Saved(Contact contact, boolean created, List<Identifier> conflicts, List<String> warnings) {}

    /** Makes or changes the contact that the identifiers name; names and fields that are given replace what was there. */
    public Mono<Saved> save(Caller caller, Params entry, Params fields) {
        var workspace = caller.workspace();
        return countries
                .of(workspace)
                .map(country -> read(workspace, entry, country))
                .flatMap(read -> {
                    var claim = read.claim().enteredBy(caller.named());
                    return contacts.resolve(List.of(claim))
                            .flatMap(resolved -> change(claim, resolved.getFirst(), fields))
                            .map(saved ->
                                    new Saved(saved.contact(), saved.created(), saved.conflicts(), read.warnings()));
                });
    }

    private ClaimReader.Strict read(WorkspaceId workspace, Params entry, String country) {
        var read = reader.readStrictly(workspace, country, entry);
        if (!read.errors().isEmpty()) {
            throw Problems.invalid(read.errors());
        }
        if (read.claim().identifiers().isEmpty()) {
            throw Problems.invalid(
                    "email", "required", "One of contactId, externalCustomerId, email, phone, pushToken is required");
        }
        return read;
    }

    private Mono<Saved> change(Claim claim, Resolved resolved, Params fields) {
        var id = resolved.contact();
        if (id == null) {
            return Mono.error(
                    Problems.notFound("contact", claim.identifiers().getFirst().value()));
        }
        var changes = new Changes(claim.firstName(), claim.lastName(), claim.language(), claim.zone(), fields);
        return store.change(id, changes)
                .flatMap(stored -> consents.read(List.of(stored)))
                .map(read -> read.values().iterator().next())
                .map(contact -> new Saved(contact, resolved.created(), resolved.conflicts(), List.of()));
    }

    /** The one contact that this identifier names, as a page; an empty one when the text can name nobody. */
    public Mono<Page<Contact>> named(WorkspaceId workspace, Kind kind, String text) {
        return countries
                .of(workspace)
                .map(country -> stored(workspace, kind, text, country))
                .flatMap(keys -> store.owners(keys).map(owners -> first(keys, owners)))
                .flatMap(owners -> contacts.findAll(workspace, owners))
                .map(Map::values)
                .map(found -> new Page<>(List.copyOf(found), null));
    }

    private List<IdentifierKey> stored(WorkspaceId workspace, Kind kind, String text, String country) {
        return reader.stored(kind, text, country).stream()
                .map(identifier -> new IdentifierKey(workspace, identifier))
                .toList();
    }

    /** Who owns the first of these that has an owner. */
    private static List<ContactId> first(List<IdentifierKey> keys, Map<IdentifierKey, ContactId> owners) {
        return keys.stream()
                .filter(owners::containsKey)
                .limit(1)
                .map(owners::get)
                .toList();
    }

    public Mono<Page<Contact>> list(WorkspaceId workspace, PageRequest page) {
        return store.list(workspace, page)
                .flatMap(found ->
                        consents.read(found.items()).map(read -> new Page<>(List.copyOf(read.values()), found.next())));
    }
}
