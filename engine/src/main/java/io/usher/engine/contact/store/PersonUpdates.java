package io.usher.engine.contact.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.internal.IdentifierKey;
import io.usher.engine.contact.internal.Person;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The single-document writes that bring a contact's document up to what a batch said; each is harmless when repeated. */
final class PersonUpdates {

    private PersonUpdates() {}

    static List<WriteModel<Document>> of(Person person, Instant now) {
        var writes = new ArrayList<WriteModel<Document>>();
        var known = person.known();
        var unseen = unseen(person, known);
        if (known == null || !unseen.isEmpty()) {
            writes.add(upsert(person, unseen, now));
        }
        fill(writes, person, "firstName", person.firstName(), known == null ? null : known.firstName());
        fill(writes, person, "lastName", person.lastName(), known == null ? null : known.lastName());
        fill(writes, person, "language", person.language(), known == null ? null : known.language());
        fill(writes, person, "zone", person.zone(), known == null || known.zone() == null ? null : "known");
        return writes;
    }

    private static List<Identifier> unseen(Person person, @Nullable Contact known) {
        return person.owned().stream()
                .map(IdentifierKey::identifier)
                .filter(each -> known == null || !known.identifiers().contains(each))
                .toList();
    }

    private static WriteModel<Document> upsert(Person person, List<Identifier> unseen, Instant now) {
        var made = unseen.isEmpty()
                ? made(person.workspace(), now)
                : made(
                        person.workspace(),
                        now,
                        Updates.addEachToSet("identifiers", ContactDocuments.identifiers(unseen)));
        return new UpdateOneModel<>(is(person), made, new UpdateOptions().upsert(true));
    }

    /** Updates of a contact that is made by them should it be missing. */
    static Bson made(WorkspaceId workspace, Instant now, Bson... updates) {
        var all = new ArrayList<>(List.of(updates));
        all.add(Updates.setOnInsert("workspace", workspace.value()));
        all.add(Updates.setOnInsert("createdAt", Date.from(now)));
        all.add(Updates.setOnInsert("rev", 0));
        return Updates.combine(all);
    }

    private static void fill(
            List<WriteModel<Document>> writes,
            Person person,
            String field,
            @Nullable String value,
            @Nullable String known) {
        if (value != null && known == null) {
            writes.add(new UpdateOneModel<>(
                    Filters.and(is(person), Filters.exists(field, false)), Updates.set(field, value)));
        }
    }

    private static Bson is(Person person) {
        return Filters.eq("_id", person.id().value());
    }
}
