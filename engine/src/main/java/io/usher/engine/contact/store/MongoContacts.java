package io.usher.engine.contact.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.internal.ContactStore;
import io.usher.engine.contact.internal.IdentifierKey;
import io.usher.engine.contact.internal.Person;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@code contacts} (_id = contact id) and {@code identifiers} (_id = workspace:kind:value, whose insert decides who has it). */
@Component
class MongoContacts implements ContactStore {

    private static final String OWNER = "contact";
    private static final int TRIES = 5;

    private static final Keyset<Stored> LATEST_FIRST = Keyset.<Stored>falling()
            .time("createdAt", stored -> stored.contact().createdAt())
            .text("_id", stored -> stored.contact().id().value());

    private final Mongo mongo;
    private final Clock clock;

    MongoContacts(Mongo mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Mono<Map<IdentifierKey, ContactId>> owners(Collection<IdentifierKey> keys) {
        var byId = byId(keys);
        return Flux.from(identifiers().find(Filters.in("_id", byId.keySet()))).collect(HashMap::new, (owners, each) -> {
            var key = byId.get(each.getString("_id"));
            if (key != null) {
                owners.put(key, new ContactId(each.getString(OWNER)));
            }
        });
    }

    @Override
    public Mono<Set<IdentifierKey>> take(Map<IdentifierKey, ContactId> wanted) {
        var keys = List.copyOf(wanted.keySet());
        var documents = keys.stream()
                .map(key -> identifier(key, Objects.requireNonNull(wanted.get(key))))
                .toList();
        return Mono.from(identifiers().insertMany(documents, new InsertManyOptions().ordered(false)))
                .map(inserted -> Set.<IdentifierKey>of())
                .onErrorResume(MongoBulkWriteException.class, e -> refused(keys, e));
    }

    private static Mono<Set<IdentifierKey>> refused(List<IdentifierKey> keys, MongoBulkWriteException failure) {
        if (!Failures.onlyDuplicateKeys(failure)) {
            return Mono.error(failure);
        }
        var refused = new HashSet<IdentifierKey>();
        failure.getWriteErrors().forEach(error -> refused.add(keys.get(error.getIndex())));
        return Mono.just(refused);
    }

    @Override
    public Mono<Void> giveUp(WorkspaceId workspace, ContactId loser, Collection<IdentifierKey> keys, ContactId winner) {
        var merged = Updates.combine(
                Updates.setOnInsert("workspace", workspace.value()), Updates.set("mergedInto", winner.value()));
        var alias = PersonUpdates.made(workspace, clock.instant(), Updates.addToSet("aliases", loser.value()));
        var mine = Filters.and(Filters.in("_id", byId(keys).keySet()), Filters.eq(OWNER, loser.value()));
        var theirs =
                Updates.combine(Updates.set(OWNER, winner.value()), Updates.set("ownedAt", Date.from(clock.instant())));
        return upsert(loser, merged)
                .then(upsert(winner, alias))
                .then(Mono.from(identifiers().updateMany(mine, theirs)))
                .then();
    }

    @Override
    public Mono<Void> release(ContactId owner, Collection<IdentifierKey> keys) {
        var theirs = Filters.and(Filters.in("_id", byId(keys).keySet()), Filters.eq(OWNER, owner.value()));
        var shown = keys.stream().map(IdentifierKey::identifier).toList();
        return Mono.from(identifiers().deleteMany(theirs))
                .then(Mono.from(contacts()
                        .updateOne(is(owner), Updates.pullAll("identifiers", ContactDocuments.identifiers(shown)))))
                .then();
    }

    private Mono<Void> upsert(ContactId id, Bson update) {
        return Mono.from(contacts().updateOne(is(id), update, new UpdateOptions().upsert(true)))
                .retryWhen(onceMore())
                .then();
    }

    @Override
    public Mono<Map<ContactId, Stored>> load(Collection<ContactId> ids) {
        var values = ids.stream().map(ContactId::value).distinct().toList();
        return Flux.from(contacts().find(Filters.in("_id", values)))
                .map(ContactDocuments::stored)
                .collect(
                        LinkedHashMap::new,
                        (found, each) -> found.put(each.contact().id(), each));
    }

    @Override
    public Mono<Void> write(Collection<Person> people) {
        var writes = new ArrayList<WriteModel<Document>>();
        var now = clock.instant();
        people.forEach(person -> writes.addAll(PersonUpdates.of(person, now)));
        if (writes.isEmpty()) {
            return Mono.empty();
        }
        // ordered: a contact is made before it is filled
        return Mono.from(contacts().bulkWrite(writes, new BulkWriteOptions().ordered(true)))
                .retryWhen(onceMore())
                .then();
    }

    @Override
    public Mono<Void> forgetOldConsents(ContactId id, Consents read) {
        return Flux.fromIterable(read.deciding().values())
                .concatMap(entry -> forget(id, entry))
                .then();
    }

    private Mono<UpdateResult> forget(ContactId id, ConsentEntry entry) {
        var field = "consents." + entry.topic().channelKey();
        var asRead = Filters.and(
                is(id),
                Filters.eq(field + ".state", entry.given() ? "given" : "refused"),
                Filters.eq(field + ".since", entry.word().when().known() ? Date.from(entry.at()) : null));
        return Mono.from(contacts().updateOne(asRead, Updates.unset(field)));
    }

    @Override
    public Mono<Stored> change(ContactId id, Changes changes) {
        return Mono.from(contacts().find(is(id)).first())
                .flatMap(found -> change(found, changes))
                .repeatWhenEmpty(TRIES, tries -> tries)
                .map(ContactDocuments::stored);
    }

    /** Empty when somebody else changed the contact after it was read. */
    private Mono<Document> change(Document found, Changes changes) {
        var updates = new ArrayList<Bson>();
        updates.add(Updates.inc("rev", 1));
        set(updates, "firstName", changes.firstName());
        set(updates, "lastName", changes.lastName());
        set(updates, "language", changes.language());
        set(updates, "zone", changes.zone());
        if (!changes.fields().values().isEmpty()) {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.putAll(
                    FreeValues.decode(found.getList("fields", Document.class)).values());
            fields.putAll(changes.fields().values());
            updates.add(Updates.set("fields", FreeValues.encode(new Params(fields))));
        }
        var unchanged = Filters.and(Filters.eq("_id", found.get("_id")), Filters.eq("rev", found.get("rev")));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(contacts().findOneAndUpdate(unchanged, Updates.combine(updates), after));
    }

    private static void set(List<Bson> updates, String field, @Nullable String value) {
        if (value != null) {
            updates.add(Updates.set(field, value));
        }
    }

    @Override
    public Mono<Long> count(WorkspaceId workspace, int most) {
        var all = Filters.eq("workspace", workspace.value());
        return Mono.from(contacts().countDocuments(all, new CountOptions().limit(most)));
    }

    @Override
    public Mono<Page<Stored>> list(WorkspaceId workspace, PageRequest page) {
        var there = List.of(Filters.eq("workspace", workspace.value()), Filters.exists("mergedInto", false));
        return LATEST_FIRST.read(contacts()::find, there, page, ContactDocuments::stored);
    }

    private static Map<String, IdentifierKey> byId(Collection<IdentifierKey> keys) {
        var byId = new HashMap<String, IdentifierKey>();
        keys.forEach(key -> byId.put(key.id(), key));
        return byId;
    }

    private Document identifier(IdentifierKey key, ContactId owner) {
        return new Document("_id", key.id())
                .append("workspace", key.workspace().value())
                .append(OWNER, owner.value())
                .append("createdAt", Date.from(clock.instant()));
    }

    private static Bson is(ContactId id) {
        return Filters.eq("_id", id.value());
    }

    /** Two upserts of one document may meet; the second finds it there when it is repeated. */
    private static Retry onceMore() {
        return Retry.max(2)
                .filter(e -> Failures.duplicateKey(e)
                        || (e instanceof MongoBulkWriteException bulk && Failures.onlyDuplicateKeys(bulk)));
    }

    private MongoCollection<Document> contacts() {
        return mongo.collection(ContactCollections.CONTACTS);
    }

    private MongoCollection<Document> identifiers() {
        return mongo.collection(ContactCollections.IDENTIFIERS);
    }
}
