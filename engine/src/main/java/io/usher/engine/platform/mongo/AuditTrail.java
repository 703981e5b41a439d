package io.usher.engine.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.AuditEntry;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entries of the audit on their way: the update that changes a document also puts its entry there, and a pass moves them on.
 * Each step may be repeated, so a death between two of them loses no entry and keeps none twice.
 */
@Component
public class AuditTrail {

    /** When the first of a document's entries was put there; absent when all were moved. */
    static final String MARK = "auditAt";

    private static final String ENTRIES = "audit";
    private static final String GOING = "going";
    private static final int AT_ONCE = 100;
    private static final FindOneAndUpdateOptions MARKED = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .projection(Projections.include(ENTRIES, GOING));

    private final Mongo mongo;
    private final ObjectProvider<CollectionPlan> plans;
    private final ObjectProvider<AuditSink> sink;
    private final CrashPoints crash;

    AuditTrail(Mongo mongo, ObjectProvider<CollectionPlan> plans, ObjectProvider<AuditSink> sink, CrashPoints crash) {
        this.mongo = mongo;
        this.plans = plans;
        this.sink = sink;
        this.crash = crash;
    }

    /** The part of an update that writes the entry. */
    public static Bson push(AuditEntry entry) {
        return Updates.combine(
                Updates.push(ENTRIES, AuditDocuments.of(entry)), Updates.set(MARK, Date.from(entry.at())));
    }

    /** A new document with its first entry. */
    public static Document begin(Document document, AuditEntry entry) {
        return document.append(ENTRIES, List.of(AuditDocuments.of(entry))).append(MARK, Date.from(entry.at()));
    }

    /** The part of an upsert that writes the entry only when the document is new. */
    public static Bson pushOnInsert(AuditEntry entry) {
        return Updates.combine(
                Updates.setOnInsert(ENTRIES, List.of(AuditDocuments.of(entry))),
                Updates.setOnInsert(MARK, Date.from(entry.at())));
    }

    /** What is there and not about to go. */
    public static Bson staying(Bson filter) {
        return and(filter, exists(GOING, false));
    }

    /**
     * Deletes a document: first it is marked as going, with the entry; then the entry is moved and the document goes. What a death
     * leaves is finished by the next pass, or by whoever needs its place ({@link #finish}). Whether there was one that matches.
     */
    public Mono<Boolean> delete(String name, Bson filter, AuditEntry entry) {
        var marked = Updates.combine(push(entry), Updates.set(GOING, true));
        var collection = mongo.collection(name);
        return Mono.from(collection.findOneAndUpdate(staying(filter), marked, MARKED))
                .flatMap(found -> move(collection, found).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> finish(name, filter).thenReturn(false)));
    }

    /** Ends a deletion that was begun and left; whether there was one. Its document stands where a new one would. */
    public Mono<Boolean> finish(String name, Bson filter) {
        return settle(name, and(filter, eq(GOING, true)));
    }

    /** Deletes a document without an entry; those that wait in it are moved first. Whether it was there, and not going anyway. */
    public Mono<Boolean> deleteUntold(String name, Bson filter) {
        var collection = mongo.collection(name);
        var settled = Mono.from(collection.deleteOne(and(filter, exists(MARK, false))))
                .map(result -> result.getDeletedCount() == 1);
        return settled.flatMap(gone ->
                gone ? Mono.just(true) : settle(name, filter).flatMap(found -> found ? settled : Mono.just(false)));
    }

    private Mono<Boolean> settle(String name, Bson filter) {
        var collection = mongo.collection(name);
        return Mono.from(collection
                        .find(and(filter, exists(MARK)))
                        .projection(Projections.include(ENTRIES, GOING))
                        .first())
                .flatMap(found -> move(collection, found).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Moves what lies in all collections until now; one that cannot be moved keeps no other. How many documents it was. */
    public Mono<Long> move(Instant now) {
        return Flux.fromStream(plans.orderedStream())
                .flatMapIterable(CollectionPlan::collections)
                .filter(CollectionSpec::isAudited)
                .map(audited -> mongo.collection(audited.name()))
                .concatMapDelayError(collection -> waiting(collection, now)
                        .concatMapDelayError(found -> move(collection, found).thenReturn(found)))
                .count();
    }

    private static Flux<Document> waiting(MongoCollection<Document> collection, Instant now) {
        return Flux.from(collection
                .find(lte(MARK, Date.from(now)))
                .projection(Projections.include(ENTRIES, GOING))
                .limit(AT_ONCE));
    }

    private Mono<Void> move(MongoCollection<Document> collection, Document found) {
        var stored = found.getList(ENTRIES, Document.class, List.of());
        var asRead = and(eq("_id", found.get("_id")), eq(ENTRIES, stored));
        return Mono.defer(() -> {
                    crash.reached("audit-before-keep");
                    return sink.getObject()
                            .keep(stored.stream().map(AuditDocuments::entry).toList());
                })
                .then(Mono.fromRunnable(() -> crash.reached("audit-after-keep")))
                .then(Mono.defer(() -> found.getBoolean(GOING, false)
                        ? Mono.from(collection.deleteOne(asRead)).then()
                        : Mono.from(collection.updateOne(
                                        asRead, Updates.combine(Updates.unset(ENTRIES), Updates.unset(MARK))))
                                .then()));
    }
}
