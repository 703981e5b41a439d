package io.usher.engine.contact.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.internal.ConsentLedgers;
import io.usher.engine.contact.internal.Ledger;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code consentLedgers} (_id = contact id) and {@code consentHistory} (_id = contact id:entry id). */
@Component
class MongoConsentLedgers implements ConsentLedgers {

    private final Mongo mongo;

    MongoConsentLedgers(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Map<ContactId, Ledger>> load(Collection<ContactId> contacts) {
        return Flux.from(mongo.collection(ContactCollections.LEDGERS).find(in(contacts)))
                .map(ConsentDocuments::ledger)
                .collectMap(Ledger::contact);
    }

    @Override
    public Mono<Map<ContactId, Consents>> now(Collection<ContactId> contacts) {
        return Flux.from(mongo.collection(ContactCollections.LEDGERS)
                        .find(in(contacts))
                        .projection(Projections.include("now")))
                .collectMap(document -> new ContactId(document.getString("_id")), ConsentDocuments::now);
    }

    @Override
    public Mono<Set<ContactId>> replace(Collection<Ledger> ledgers) {
        var all = List.copyOf(ledgers);
        var writes = all.stream().map(MongoConsentLedgers::unchanged).toList();
        return Mono.from(mongo.collection(ContactCollections.LEDGERS)
                        .bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .map(written -> Set.<ContactId>of())
                .onErrorResume(MongoBulkWriteException.class, failure -> lost(all, failure));
    }

    /** An upsert: where the version is another, it would insert a second document of this id and is refused. */
    private static ReplaceOneModel<Document> unchanged(Ledger ledger) {
        var asRead = Filters.and(Filters.eq("_id", ledger.contact().value()), Filters.eq("version", ledger.version()));
        return new ReplaceOneModel<>(asRead, ConsentDocuments.ledger(ledger), new ReplaceOptions().upsert(true));
    }

    private static Mono<Set<ContactId>> lost(List<Ledger> ledgers, MongoBulkWriteException failure) {
        if (!Failures.onlyDuplicateKeys(failure)) {
            return Mono.error(failure);
        }
        return Mono.just(failure.getWriteErrors().stream()
                .map(error -> ledgers.get(error.getIndex()).contact())
                .collect(Collectors.toSet()));
    }

    @Override
    public Mono<Void> putBeside(Ledger ledger, Collection<ConsentEntry> entries) {
        var documents = entries.stream().map(entry -> beside(ledger, entry)).toList();
        return Mono.from(history().insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                .onErrorResume(
                        MongoBulkWriteException.class,
                        failure -> Failures.onlyDuplicateKeys(failure) ? Mono.empty() : Mono.error(failure));
    }

    private static Document beside(Ledger ledger, ConsentEntry entry) {
        var document = new Document("_id", historyId(ledger.contact(), entry.id()))
                .append("workspace", ledger.workspace().value())
                .append("contact", ledger.contact().value());
        document.putAll(ConsentDocuments.entry(entry));
        return document;
    }

    private static String historyId(ContactId contact, String entry) {
        return contact.value() + ":" + entry;
    }

    @Override
    public Mono<Set<String>> knownBeside(Ledger ledger, Collection<String> ids) {
        var keys = ids.stream().map(id -> historyId(ledger.contact(), id)).toList();
        return Flux.from(history().find(Filters.in("_id", keys)).projection(Projections.include("id")))
                .map(document -> document.getString("id"))
                .collect(HashSet::new, Set::add);
    }

    @Override
    public Mono<List<ConsentEntry>> beside(WorkspaceId workspace, ContactId contact, @Nullable Place after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("workspace", workspace.value()));
        filters.add(Filters.eq("contact", contact.value()));
        if (after != null) {
            var time = Date.from(after.at());
            filters.add(Filters.lte("at", time));
            filters.add(Filters.or(Filters.lt("at", time), Filters.lt("id", after.id())));
        }
        return Flux.from(history()
                        .find(Filters.and(filters))
                        .sort(Sorts.descending("at", "id"))
                        .limit(limit))
                .map(ConsentDocuments::entry)
                .collectList();
    }

    private static Bson in(Collection<ContactId> contacts) {
        return Filters.in(
                "_id", contacts.stream().map(ContactId::value).distinct().toList());
    }

    private MongoCollection<Document> history() {
        return mongo.collection(ContactCollections.CONSENT_HISTORY);
    }
}
