package io.usher.engine.contact.store;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.internal.Ledger;
import io.usher.engine.platform.mongo.AuditDocuments;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How a ledger and its entries stand in MongoDB, and how consents stood in contacts before there were ledgers. */
final class ConsentDocuments {

    private static final String GIVEN = "given";
    private static final String REFUSED = "refused";

    private ConsentDocuments() {}

    static Document ledger(Ledger ledger) {
        return new Document("_id", ledger.contact().value())
                .append("workspace", ledger.workspace().value())
                .append("schemaVersion", 1)
                .append("version", ledger.version() + 1)
                .append("older", ledger.older())
                .append("now", entries(ledger.now().deciding().values()))
                .append("entries", entries(ledger.entries()));
    }

    static Ledger ledger(Document stored) {
        return new Ledger(
                new WorkspaceId(stored.getString("workspace")),
                new ContactId(stored.getString("_id")),
                entries(stored.getList("entries", Document.class, List.of())),
                stored.getBoolean("older", false),
                stored.get("version", Number.class).longValue());
    }

    static Consents now(Document stored) {
        return Consents.of(entries(stored.getList("now", Document.class, List.of())));
    }

    private static List<Document> entries(Collection<ConsentEntry> entries) {
        return entries.stream().map(ConsentDocuments::entry).toList();
    }

    private static List<ConsentEntry> entries(List<Document> stored) {
        return stored.stream().map(ConsentDocuments::entry).toList();
    }

    static Document entry(ConsentEntry entry) {
        var evidence = entry.word().evidence();
        var document = new Document("id", entry.id())
                .append("purpose", entry.topic().purpose().key())
                .append("channel", entry.topic().channelKey())
                .append("state", entry.given() ? GIVEN : REFUSED)
                .append("at", Date.from(entry.at()))
                .append("atKnown", entry.word().when().known())
                .append("recordedAt", Date.from(entry.recordedAt()))
                .append("source", evidence.source())
                .append("by", evidence.by())
                .append("proof", evidence.proof());
        var actor = evidence.actor();
        return actor == null ? document : document.append("actor", AuditDocuments.of(actor));
    }

    static ConsentEntry entry(Document stored) {
        var word = new ConsentWord(
                stored.getString("id"),
                new Topic(new Purpose(stored.getString("purpose")), channel(stored.getString("channel"))),
                GIVEN.equals(stored.getString("state")),
                new When(stored.getDate("at").toInstant(), stored.getBoolean("atKnown", true)),
                new Evidence(
                        stored.getString("source"),
                        stored.getString("by"),
                        stored.getString("proof"),
                        AuditDocuments.actor(stored.get("actor", Document.class))));
        return new ConsentEntry(word, stored.getDate("recordedAt").toInstant());
    }

    private static @Nullable Channel channel(String key) {
        return key.equals("*") ? null : Keyed.stored(Channel.class, key);
    }

    /** Consents as engines wrote them into contacts before there were ledgers; the same ones always have the same ids. */
    static Consents old(String contact, Instant madeAt, @Nullable Document stored) {
        var entries = new ArrayList<ConsentEntry>();
        for (Channel channel : Channel.values()) {
            var each = stored == null ? null : stored.get(channel.key(), Document.class);
            if (each != null && !"unknown".equals(each.getString("state"))) {
                entries.add(old(contact, madeAt, channel, each));
            }
        }
        return Consents.of(entries);
    }

    private static ConsentEntry old(String contact, Instant madeAt, Channel channel, Document stored) {
        var since = stored.getDate("since");
        var state = stored.getString("state");
        var said = since == null ? null : since.toInstant();
        var word = new ConsentWord(
                Ids.derived("contact", contact, channel.key(), state, String.valueOf(said)),
                new Topic(Purpose.MARKETING, channel),
                GIVEN.equals(state),
                new When(said, said != null),
                new Evidence(stored.getString("source"), null, null));
        return new ConsentEntry(word, said == null ? madeAt : said);
    }
}
