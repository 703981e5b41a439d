package io.usher.engine.contact.store;

import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** How a contact stands in MongoDB; its consents are those of before there were ledgers. */
final class ContactDocuments {

    private ContactDocuments() {}

    static Stored stored(Document document) {
        var mergedInto = document.getString("mergedInto");
        var aliases = document.getList("aliases", String.class, List.of()).stream()
                .map(ContactId::new)
                .toList();
        return new Stored(contact(document), mergedInto == null ? null : new ContactId(mergedInto), aliases);
    }

    static Contact contact(Document document) {
        var zone = document.getString("zone");
        var created = document.getDate("createdAt");
        var createdAt = created == null ? Instant.EPOCH : created.toInstant();
        return new Contact(
                new ContactId(document.getString("_id")),
                new WorkspaceId(document.getString("workspace")),
                document.getString("firstName"),
                document.getString("lastName"),
                document.getString("language"),
                zone == null ? null : ZoneId.of(zone),
                identifiers(document.getList("identifiers", Document.class, List.of())),
                ConsentDocuments.old(document.getString("_id"), createdAt, document.get("consents", Document.class)),
                FreeValues.decode(document.getList("fields", Document.class)),
                createdAt);
    }

    static List<Document> identifiers(Collection<Identifier> identifiers) {
        return identifiers.stream()
                .map(each -> new Document("kind", each.kind().key()).append("value", each.value()))
                .toList();
    }

    private static List<Identifier> identifiers(List<Document> stored) {
        var identifiers = new ArrayList<Identifier>();
        for (Document each : stored) {
            Keyed.find(Kind.class, each.getString("kind"))
                    .ifPresent(kind -> identifiers.add(new Identifier(kind, each.getString("value"))));
        }
        return identifiers;
    }
}
