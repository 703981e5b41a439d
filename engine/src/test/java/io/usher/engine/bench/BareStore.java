package io.usher.engine.bench;

import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store by its driver alone: what the machine would do if nothing were decided, looked up or promised. */
final class BareStore {

    private final MongoDatabase database;

    BareStore(MongoDatabase database) {
        this.database = database;
    }

    /** Some document of a collection, as the engine stores it: copies of it fill the house in the form of the day. */
    Document sample(String collection, Document filter) {
        return Objects.requireNonNull(
                Mono.from(database.getCollection(collection).find(filter).limit(1))
                        .block(),
                () -> "No " + collection + " to copy");
    }

    /** A shallow copy under another id; of events, contacts and journeys alike the id is text. */
    static Document copy(Document sample) {
        return new Document(sample).append("_id", UUID.randomUUID().toString());
    }

    /** Inserts so many documents one by one, at most this many at once; how long each took and all of them. */
    Crowd.Times insertEach(String collection, int count, int atOnce, IntFunction<Document> document) {
        var each = new long[count];
        var into = database.getCollection(collection);
        long begun = System.nanoTime();
        Flux.range(0, count)
                .flatMap(i -> timed(each, i, Mono.from(into.insertOne(document.apply(i)))), atOnce)
                .blockLast();
        return new Crowd.Times(each, System.nanoTime() - begun);
    }

    /** Inserts so many batches of this size, at most this many at once. */
    Crowd.Times insertBatches(String collection, int count, int size, int atOnce, IntFunction<Document> document) {
        var each = new long[count];
        var into = database.getCollection(collection);
        var unordered = new InsertManyOptions().ordered(false);
        long begun = System.nanoTime();
        Flux.range(0, count)
                .flatMap(
                        i -> timed(each, i, Mono.from(into.insertMany(batch(i * size, size, document), unordered))),
                        atOnce)
                .blockLast();
        return new Crowd.Times(each, System.nanoTime() - begun);
    }

    private static List<Document> batch(int from, int size, IntFunction<Document> document) {
        return IntStream.range(from, from + size).mapToObj(document).toList();
    }

    private static <T> Mono<T> timed(long[] each, int i, Mono<T> work) {
        return Mono.defer(() -> {
            long from = System.nanoTime();
            return work.doOnTerminate(() -> each[i] = System.nanoTime() - from);
        });
    }

    /** How long each of so many readings of a list's beginning took. */
    long[] read(String collection, Document filter, Document order, int limit, int times) {
        var each = new long[times];
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            Flux.from(database.getCollection(collection)
                            .find(filter)
                            .sort(order)
                            .limit(limit))
                    .collectList()
                    .block();
            each[i] = System.nanoTime() - from;
        }
        return each;
    }

    /** How many documents a cheap filter with an index finds. */
    long count(String collection, Document filter) {
        return Objects.requireNonNull(
                Mono.from(database.getCollection(collection).countDocuments(filter))
                        .block());
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    void drop(String collection) {
        Mono.from(database.getCollection(collection).drop()).block();
    }
}
