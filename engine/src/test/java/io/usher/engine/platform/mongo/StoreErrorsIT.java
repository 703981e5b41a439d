package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Ids;
import io.usher.engine.testing.TestServers;
import io.usher.engine.testing.WireTap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What real servers answer when they move, step down, stop or are too slow, played on the wire. */
class StoreErrorsIT {

    private static WireTap tap;
    private static MongoClient client;
    private static final List<Long> limits = new CopyOnWriteArrayList<>();

    private MongoCollection<Document> things;

    @BeforeAll
    static void connect() {
        tap = new WireTap(TestServers.mongodbUri());
        var uri = new ConnectionString(tap.through(TestServers.mongodbUri()));
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(uri)
                .applyToServerSettings(server -> server.minHeartbeatFrequency(10, TimeUnit.MILLISECONDS))
                .addCommandListener(new Limits())
                .retryReads(false)
                .retryWrites(false)
                .build());
    }

    @BeforeEach
    void makeCollection() {
        things = client.getDatabase(TestServers.database()).getCollection("things_" + Ids.random());
        insert("first");
    }

    @AfterEach
    void drop() {
        Async.await(Mono.from(things.drop()));
    }

    @AfterAll
    static void close() {
        client.close();
        tap.close();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                6, 7, 24, 50, 63, 64, 89, 91, 100, 112, 133, 134, 150, 189, 262, 365, 9001, 10107, 11600, 11602, 13388,
                13435, 13436
            })
    void shouldTakeTheErrorOfACommandForAServerThatIsAway(int code) {
        var error = "{ok: 0, code: %d, errmsg: 'played'}".formatted(code);

        tap.answer("insert", error);
        assertThat(Failures.unavailable(failed(things.insertOne(new Document("_id", "second")))))
                .isTrue();
        tap.answer("findAndModify", error);
        assertThat(Failures.unavailable(failed(things.findOneAndUpdate(first(), set()))))
                .isTrue();
        tap.answer("find", error);
        assertThat(Failures.unavailable(failed(things.find(first()).first()))).isTrue();
        assertThat(tap.done()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 91, 100, 189, 10107, 11602})
    void shouldTakeAnErrorBesideASuccessForOne(int code) {
        tap.answerAfter(
                "insert",
                "{ok: 1, n: 1, writeConcernError: {code: %d, errmsg: 'waiting for replication timed out'}}"
                        .formatted(code));

        var failure = failed(things.insertOne(new Document("_id", "second")));

        assertThat(Failures.unavailable(failure)).isTrue();
        assertThat(Failures.duplicateKey(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 91, 189, 262, 10107, 13388})
    void shouldTakeAnErrorOfOneWriteInABulkForOne(int code) {
        tap.answer(
                "insert",
                "{ok: 1, n: 1, writeErrors: [{index: 0, code: 11000, errmsg: 'E11000'}, {index: 1, code: %d, errmsg: 'played'}]}"
                        .formatted(code));

        var failure = failedBulk();

        assertThat(Failures.unavailable(failure)).isTrue();
        assertThat(Failures.onlyDuplicateKeys((MongoBulkWriteException) failure))
                .isFalse();
    }

    @Test
    void shouldNotTakeDuplicatesForAnAnswerWhenTheMajorityHasNotTheOthers() {
        tap.answerAfter(
                "insert",
                "{ok: 1, n: 1, writeErrors: [{index: 0, code: 11000, errmsg: 'E11000'}],"
                        + " writeConcernError: {code: 64, errmsg: 'timed out'}}");

        var failure = failedBulk();

        assertThat(Failures.unavailable(failure)).isTrue();
        assertThat(Failures.onlyDuplicateKeys((MongoBulkWriteException) failure))
                .isFalse();
    }

    @Test
    void shouldGoByTheLabelOfACodeThatNobodyKnows() {
        tap.answer("insert", "{ok: 0, code: 123456, errmsg: 'new', errorLabels: ['RetryableWriteError']}");

        assertThat(Failures.unavailable(failed(things.insertOne(new Document("_id", "second")))))
                .isTrue();
    }

    @Test
    void shouldBlameWhatWasWrittenForEverythingElse() {
        assertThat(Failures.duplicateKey(failed(things.insertOne(new Document("_id", "first")))))
                .isTrue();
        assertThat(Failures.unavailable(failed(things.insertOne(new Document("_id", "first")))))
                .isFalse();
        tap.answer("insert", "{ok: 0, code: 10334, errmsg: 'BSONObj size is invalid'}");
        assertThat(Failures.ofContent(failed(things.insertOne(new Document("_id", "second")))))
                .isTrue();
    }

    @Test
    void shouldGiveUpAReadThatTheServerLooksForTooLong() {
        var mongo = new Mongo(
                client.getDatabase(TestServers.database()),
                List.of(() ->
                        List.of(CollectionSpec.unsharded(things.getNamespace().getCollectionName(), "a test"))),
                new MongoProperties(Duration.ofMillis(1_234)));
        var limited = mongo.collection(things.getNamespace().getCollectionName());
        var reads = List.<Supplier<Publisher<?>>>of(
                () -> limited.find(first()).first(),
                () -> limited.aggregate(List.of(new Document("$match", first()))),
                () -> limited.distinct("_id", first(), String.class),
                () -> limited.countDocuments(first()));

        for (var read : reads) {
            limits.clear();
            assertThat(Async.await(Flux.from(read.get()).count())).isEqualTo(1);
            assertThat(limits).containsExactly(1_234L);
        }
        tap.answer("find", "{ok: 0, code: 50, errmsg: 'operation exceeded time limit'}");
        var failure = failed(limited.find(first()).first());

        assertThat(Failures.readTooLong(failure)).isTrue();
        assertThat(Failures.unavailable(failure)).isTrue();
    }

    private void insert(String id) {
        Async.await(Mono.from(things.insertOne(new Document("_id", id))));
    }

    private Throwable failedBulk() {
        var documents = List.of(new Document("_id", "first"), new Document("_id", "second"));
        return failed(things.insertMany(documents, new InsertManyOptions().ordered(false)));
    }

    private static Throwable failed(Publisher<?> work) {
        var failure = catchThrowable(() -> Async.await(Mono.from(work)));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Document first() {
        return new Document("_id", "first");
    }

    /** The time limits of the commands that had one. */
    private static final class Limits implements CommandListener {

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommand().containsKey("maxTimeMS")) {
                limits.add(event.getCommand().getNumber("maxTimeMS").longValue());
            }
        }
    }

    private static Document set() {
        return new Document("$set", new Document("seen", true));
    }
}
