package io.usher.engine.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static io.usher.engine.embedded.RunningStore.all;
import static io.usher.engine.embedded.RunningStore.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What unique, sparse and multikey indexes promise, alone and under concurrency. */
class StoreIndexTest {
    private static final int THREADS = 16;
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    private static void assertDuplicate(Runnable write) {
        assertThatThrownBy(write::run)
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
    }

    @Test
    void shouldRefuseATakenValueOnInsertAndOnUpdate() {
        MongoCollection<Document> people = STORE.fresh();
        people.createIndex(ascending("a", "b"), UNIQUE);
        people.insertOne(json("{_id: 1, a: 1, b: 1}"));
        people.insertOne(json("{_id: 2, a: 1, b: 2}"));

        assertDuplicate(() -> people.insertOne(json("{_id: 3, a: 1.0, b: 2}")));
        assertDuplicate(() -> people.updateOne(json("{_id: 1}"), json("{$set: {b: 2}}")));
        people.deleteOne(json("{_id: 2}"));
        assertThat(people.updateOne(json("{_id: 1}"), json("{$set: {b: 2}}")).getModifiedCount())
                .isEqualTo(1);
        assertThat(all(people.find(json("{a: 1, b: 2}")))).hasSize(1);
        assertThat(all(people.find(json("{a: 1, b: 1}")))).isEmpty();
    }

    @Test
    void shouldLetManyLackAFieldOnlyWhenTheUniqueIndexIsSparse() {
        MongoCollection<Document> sparse = STORE.fresh();
        sparse.createIndex(ascending("e"), new IndexOptions().unique(true).sparse(true));
        sparse.insertMany(List.of(json("{_id: 1}"), json("{_id: 2}")));
        MongoCollection<Document> full = STORE.fresh();
        full.createIndex(ascending("e"), UNIQUE);
        full.insertOne(json("{_id: 1}"));

        assertThat(sparse.countDocuments()).isEqualTo(2);
        assertDuplicate(() -> full.insertOne(json("{_id: 2}")));
    }

    @Test
    void shouldHoldUniquenessForEachElementOfAnArray() {
        MongoCollection<Document> people = STORE.fresh();
        people.createIndex(ascending("ids"), UNIQUE);
        people.insertOne(json("{_id: 1, ids: ['a', 'b', 'a']}"));

        assertDuplicate(() -> people.insertOne(json("{_id: 2, ids: ['b', 'c']}")));
        people.updateOne(json("{_id: 1}"), json("{$pull: {ids: 'b'}}"));
        people.insertOne(json("{_id: 2, ids: ['b', 'c']}"));
        assertThat(people.find(json("{ids: 'b'}")).first().getInteger("_id")).isEqualTo(2);
    }

    @Test
    void shouldStoreNothingOfADocumentThatAnIndexRefuses() {
        MongoCollection<Document> people = STORE.fresh();
        people.createIndex(ascending("x", "y"));

        assertThatThrownBy(() -> people.insertOne(json("{_id: 1, x: [1, 2], y: [3, 4]}")))
                .isInstanceOf(MongoWriteException.class);

        assertThat(people.countDocuments()).isZero();
        people.insertOne(json("{_id: 1, x: [1, 2], y: 3}"));
        assertThat(all(people.find(json("{x: 2, y: 3}")))).hasSize(1);
    }

    @Test
    void shouldBuildAnIndexOverWhatIsThereOrNotAtAll() {
        MongoCollection<Document> people = STORE.fresh();
        people.insertMany(List.of(json("{_id: 1, a: 1}"), json("{_id: 2, a: 1}"), json("{_id: 3, a: 3}")));

        assertThatThrownBy(() -> people.createIndex(ascending("a"), UNIQUE)).hasMessageContaining("E11000");
        people.deleteOne(json("{_id: 2}"));
        people.createIndex(ascending("a"), UNIQUE);

        assertThat(all(people.find(json("{a: 3}")))).hasSize(1);
        assertDuplicate(() -> people.insertOne(json("{_id: 4, a: 3}")));
    }

    @Test
    void shouldListDropAndCompareIndexes() {
        MongoCollection<Document> people = STORE.fresh();
        MongoCollection<Document> others = STORE.fresh();
        others.createIndex(ascending("a"));
        people.createIndex(ascending("a"));
        people.createIndex(ascending("a"));

        assertThat(all(people.listIndexes()))
                .extracting(i -> i.getString("name"))
                .containsExactlyInAnyOrder("_id_", "a_1");
        assertThatThrownBy(() -> people.createIndex(ascending("a"), UNIQUE)).isInstanceOf(MongoCommandException.class);
        people.dropIndex("a_1");
        assertThat(all(people.listIndexes())).hasSize(1);
        assertThat(all(others.listIndexes())).hasSize(2);
        people.createIndex(ascending("a"), UNIQUE);
        people.dropIndexes();
        assertThat(all(people.listIndexes())).hasSize(1);
    }

    @Test
    void shouldRefuseIndexesItWouldMisunderstand() {
        MongoCollection<Document> people = STORE.fresh();

        assertThatThrownBy(() ->
                        people.createIndex(ascending("a"), new IndexOptions().partialFilterExpression(json("{b: 1}"))))
                .hasMessageContaining("not supported by the embedded store");
        assertThatThrownBy(() -> people.createIndex(json("{a: 'text'}"))).isInstanceOf(MongoCommandException.class);
    }

    @Test
    void shouldLetOneOfManyInsertsOfAnIdWin() throws Exception {
        MongoCollection<Document> people = STORE.fresh();
        AtomicInteger stored = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();

        together(20, i -> {
            try {
                people.insertOne(new Document("_id", i));
                stored.incrementAndGet();
            } catch (MongoWriteException e) {
                refused.incrementAndGet();
            }
        });

        assertThat(stored).hasValue(20);
        assertThat(refused).hasValue(20 * (THREADS - 1));
    }

    @Test
    void shouldKeepUpsertsByAUniqueFieldOneDocument() throws Exception {
        MongoCollection<Document> people = STORE.fresh();
        people.createIndex(ascending("key"), UNIQUE);

        together(
                10,
                i -> people.updateOne(
                        new Document("key", "K" + i), json("{$inc: {n: 1}}"), new UpdateOptions().upsert(true)));

        assertThat(all(people.find()))
                .hasSize(10)
                .allSatisfy(d -> assertThat(d.getInteger("n")).isEqualTo(THREADS));
    }

    @Test
    void shouldKeepFindOneAndUpdateAtomic() throws Exception {
        MongoCollection<Document> counters = STORE.fresh();

        together(
                25,
                i -> counters.findOneAndUpdate(
                        json("{_id: 'one'}"), json("{$inc: {n: 1}}"), new FindOneAndUpdateOptions().upsert(true)));

        assertThat(counters.find().first().getInteger("n")).isEqualTo(25 * THREADS);
    }

    @Test
    void shouldLetOneConditionalUpdateOfAVersionWin() throws Exception {
        MongoCollection<Document> documents = STORE.fresh();
        documents.createIndex(ascending("version"));
        documents.insertOne(json("{_id: 1, version: 0}"));
        AtomicInteger won = new AtomicInteger();

        together(
                30,
                i -> won.addAndGet((int) documents
                        .updateOne(new Document("_id", 1).append("version", i), json("{$inc: {version: 1}}"))
                        .getModifiedCount()));

        assertThat(won.get()).isEqualTo(documents.find().first().getInteger("version"));
        assertThat(all(documents.find(json("{version: {$gte: 0}}")))).hasSize(1);
    }

    @Test
    void shouldGiveEachOfManyTakersADifferentDocument() throws Exception {
        MongoCollection<Document> queue = STORE.fresh();
        queue.createIndex(ascending("state", "at"));
        List<Document> waiting = new ArrayList<>();
        for (int i = 0; i < 10 * THREADS; i++) {
            waiting.add(new Document("_id", i).append("state", "waiting").append("at", i));
        }
        queue.insertMany(waiting);

        together(
                10,
                i -> queue.findOneAndUpdate(
                        json("{state: 'waiting'}"),
                        json("{$set: {state: 'taken'}, $inc: {times: 1}}"),
                        new FindOneAndUpdateOptions().sort(json("{at: 1}"))));

        assertThat(all(queue.find(json("{state: 'taken'}"))))
                .hasSize(10 * THREADS)
                .allSatisfy(d -> assertThat(d.getInteger("times")).isEqualTo(1));
    }

    private static void together(int rounds, IntConsumer work) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < rounds; i++) {
                        work.accept(i);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
