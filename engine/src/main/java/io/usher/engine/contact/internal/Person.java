package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contact;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One contact that claims of a batch name: what is to be added to it. Changed while the batch is resolved. */
public final class Person {

    final WorkspaceId workspace;
    final TreeSet<IdentifierKey> wanted = new TreeSet<>();
    final List<IdentifierKey> taken = new ArrayList<>();
    final List<IdentifierKey> refused = new ArrayList<>();
    final Map<Channel, Consent> consents = new EnumMap<>(Channel.class);
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
        consents.putAll(claim.consents());
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

    /** Identifiers that became this person's in this batch. */
    public List<IdentifierKey> taken() {
        return List.copyOf(taken);
    }

    public Map<Channel, Consent> consents() {
        return Map.copyOf(consents);
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
