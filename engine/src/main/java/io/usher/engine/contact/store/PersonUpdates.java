package io.usher.engine.contact.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.internal.Person;
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
        if (known == null || !person.taken().isEmpty()) {
            writes.add(upsert(person, now));
        }
        fill(writes, person, "firstName", person.firstName(), known == null ? null : known.firstName());
        fill(writes, person, "lastName", person.lastName(), known == null ? null : known.lastName());
        fill(writes, person, "language", person.language(), known == null ? null : known.language());
        fill(writes, person, "zone", person.zone(), known == null || known.zone() == null ? null : "known");
        person.consents().forEach((channel, consent) -> consent(writes, person, channel, consent, now));
        return writes;
    }

    private static WriteModel<Document> upsert(Person person, Instant now) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.setOnInsert("workspace", person.workspace().value()));
        updates.add(Updates.setOnInsert("createdAt", Date.from(now)));
        updates.add(Updates.setOnInsert("rev", 0));
        var identifiers = person.taken().stream()
                .map(key -> ContactDocuments.identifier(key.identifier()))
                .toList();
        if (!identifiers.isEmpty()) {
            updates.add(Updates.addEachToSet("identifiers", identifiers));
        }
        return new UpdateOneModel<>(is(person), Updates.combine(updates), new UpdateOptions().upsert(true));
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

    private static void consent(
            List<WriteModel<Document>> writes, Person person, Channel channel, Consent consent, Instant now) {
        var since = consent.since() == null ? now : consent.since();
        Contact known = person.known();
        var before = known == null ? Consent.UNKNOWN : known.consent(channel);
        boolean same = before.state() == consent.state();
        boolean older = before.since() != null && !before.since().isBefore(since);
        if (same || older) {
            return;
        }
        var field = "consents." + channel.key();
        var newer = Filters.or(Filters.exists(field, false), Filters.lt(field + ".since", Date.from(since)));
        var stamped = new Consent(consent.state(), consent.source(), since);
        writes.add(new UpdateOneModel<>(
                Filters.and(is(person), newer), Updates.set(field, ContactDocuments.consent(stamped))));
    }

    private static Bson is(Person person) {
        return Filters.eq("_id", person.id().value());
    }
}
