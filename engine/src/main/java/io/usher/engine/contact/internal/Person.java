package io.usher.engine.contact.internal;

import io.usher.engine.contact.Claim;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.internal.ConsentService.Said;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One contact that claims of a batch name: what is to be added to it. Changed while the batch is resolved. */
public final class Person {

    final WorkspaceId workspace;
    final TreeSet<IdentifierKey> wanted = new TreeSet<>();
    final List<IdentifierKey> taken = new ArrayList<>();
    final TreeSet<IdentifierKey> owned = new TreeSet<>();
    final Map<IdentifierKey, IdentifierKey> outdated = new HashMap<>();
    final List<IdentifierKey> refused = new ArrayList<>();
    final List<ConsentWord> consents = new ArrayList<>();
    ContactId id;

    @Nullable
    Contact known;

    boolean created;

    @Nullable
    String firstName;

    @Nullable
    String lastName;

    @Nullable
    String language;

    @Nullable
    String zone;

    Person(WorkspaceId workspace, ContactId id, @Nullable Contact known, boolean created) {
        this.known = known;
        this.workspace = workspace;
        this.id = id;
        this.created = created;
    }

    void add(Claim claim) {
        firstName = firstName == null ? claim.firstName() : firstName;
        lastName = lastName == null ? claim.lastName() : lastName;
        language = language == null ? claim.language() : language;
        zone = zone == null ? claim.zone() : zone;
        consents.addAll(claim.consents());
    }

    /** Somebody else made this contact in the meantime: what was begun under the own id becomes an alias of theirs. */
    void adopt(ContactId winner) {
        id = winner;
        known = null;
        created = false;
    }

    public WorkspaceId workspace() {
        return workspace;
    }

    public ContactId id() {
        return id;
    }

    /** The contact as it was read; null when it is new, or its document is missing. */
    public @Nullable Contact known() {
        return known;
    }

    public boolean created() {
        return created;
    }

    /**
     * Every identifier of this batch that is this person's, not only those just taken: whoever took one before may have ended
     * before writing it into the contact.
     */
    public Collection<IdentifierKey> owned() {
        var all = new TreeSet<>(owned);
        all.addAll(taken);
        return all;
    }

    /** Former spellings of identifiers that are theirs in the present one. */
    List<IdentifierKey> outdated() {
        var owned = owned();
        return outdated.entrySet().stream()
                .filter(each -> owned.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What the person said about consent in this batch, in no order that counts. */
    Said said() {
        var before = known == null ? Consents.NONE : known.consents();
        return new Said(workspace, id, consents.isEmpty() ? Consents.NONE : before, List.copyOf(consents));
    }

    public @Nullable String firstName() {
        return firstName;
    }

    public @Nullable String lastName() {
        return lastName;
    }

    public @Nullable String language() {
        return language;
    }

    public @Nullable String zone() {
        return zone;
    }
}
