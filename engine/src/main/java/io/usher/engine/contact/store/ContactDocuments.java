package io.usher.engine.contact.store;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a contact stands in MongoDB. */
final class ContactDocuments {

    private ContactDocuments() {}

    static Stored stored(Document document) {
        var mergedInto = document.getString("mergedInto");
        return new Stored(contact(document), mergedInto == null ? null : new ContactId(mergedInto));
    }

    static Contact contact(Document document) {
        var zone = document.getString("zone");
        var created = document.getDate("createdAt");
        return new Contact(
                new ContactId(document.getString("_id")),
                new WorkspaceId(document.getString("workspace")),
                document.getString("firstName"),
                document.getString("lastName"),
                document.getString("language"),
                zone == null ? null : ZoneId.of(zone),
                identifiers(document.getList("identifiers", Document.class, List.of())),
                consents(document.get("consents", Document.class)),
                FreeValues.decode(document.getList("fields", Document.class)),
                created == null ? Instant.EPOCH : created.toInstant());
    }

    static Document identifier(Identifier identifier) {
        return new Document("kind", identifier.kind().key()).append("value", identifier.value());
    }

    static Document consent(Consent consent) {
        var since = consent.since();
        return new Document("state", consent.state().name().toLowerCase(Locale.ROOT))
                .append("source", consent.source())
                .append("since", since == null ? null : Date.from(since));
    }

    private static List<Identifier> identifiers(List<Document> stored) {
        var identifiers = new ArrayList<Identifier>();
        for (Document each : stored) {
            var kind = each.getString("kind");
            Arrays.stream(Kind.values())
                    .filter(known -> known.key().equals(kind))
                    .forEach(known -> identifiers.add(new Identifier(known, each.getString("value"))));
        }
        return identifiers;
    }

    private static Map<Channel, Consent> consents(@Nullable Document stored) {
        var consents = new EnumMap<Channel, Consent>(Channel.class);
        for (Channel channel : Channel.values()) {
            var each = stored == null ? null : stored.get(channel.key(), Document.class);
            if (each != null) {
                var since = each.getDate("since");
                consents.put(
                        channel,
                        new Consent(
                                Consent.State.valueOf(each.getString("state").toUpperCase(Locale.ROOT)),
                                each.getString("source"),
                                since == null ? null : since.toInstant()));
            }
        }
        return consents;
    }
}
