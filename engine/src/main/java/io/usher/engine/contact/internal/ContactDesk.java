package io.usher.engine.contact.internal;

import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Resolved;
import io.usher.engine.contact.internal.ContactStore.Changes;
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
public class ContactDesk {

    private static final String DEFAULT_COUNTRY = "SE";

    private final Contacts contacts;
    private final ContactStore store;
    private final ClaimReader reader;
    private final Workspaces workspaces;

    ContactDesk(Contacts contacts, ContactStore store, ClaimReader reader, Workspaces workspaces) {
        this.contacts = contacts;
        this.store = store;
        this.reader = reader;
        this.workspaces = workspaces;
    }

    /** What became of an entry: the contact, whether it is new, identifiers that somebody else has. */
    public record Saved(Contact contact, boolean created, List<Identifier> conflicts) {}

    /** Makes or changes the contact that the identifiers name; names and fields that are given replace what was there. */
    public Mono<Saved> save(WorkspaceId workspace, Params entry, Params fields) {
        return country(workspace)
                .map(country -> claim(workspace, entry, country))
                .flatMap(claim -> contacts.resolve(List.of(claim))
                        .flatMap(resolved -> change(claim, resolved.getFirst(), fields)));
    }

    private Claim claim(WorkspaceId workspace, Params entry, String country) {
        var read = reader.readStrictly(workspace, country, entry);
        if (!read.errors().isEmpty()) {
            throw Problems.invalid(read.errors());
        }
        if (read.claim().identifiers().isEmpty()) {
            throw Problems.invalid(
                    "email", "required", "One of contactId, externalCustomerId, email, phone, pushToken is required");
        }
        return read.claim();
    }

    private Mono<Saved> change(Claim claim, Resolved resolved, Params fields) {
        var id = resolved.contact();
        if (id == null) {
            return Mono.error(
                    Problems.notFound("contact", claim.identifiers().getFirst().value()));
        }
        var changes = new Changes(claim.firstName(), claim.lastName(), claim.language(), claim.zone(), fields);
        return store.change(id, changes).map(contact -> new Saved(contact, resolved.created(), resolved.conflicts()));
    }

    /** The one contact that this identifier names, as a page. */
    public Mono<Page<Contact>> named(WorkspaceId workspace, Kind kind, String field, String text) {
        return country(workspace)
                .map(country -> reader.identifier(kind, text, country)
                        .orElseThrow(() -> Problems.invalid(field, "format", field + " has no valid form")))
                .map(identifier -> new IdentifierKey(workspace, identifier))
                .flatMap(key -> store.owners(List.of(key)))
                .flatMap(owners -> contacts.findAll(workspace, owners.values()))
                .map(Map::values)
                .map(found -> new Page<>(List.copyOf(found), null));
    }

    public Mono<Page<Contact>> list(WorkspaceId workspace, PageRequest page) {
        return store.list(workspace, page);
    }

    private Mono<String> country(WorkspaceId workspace) {
        return workspaces.find(workspace).map(Workspace::country).defaultIfEmpty(DEFAULT_COUNTRY);
    }
}
