package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Ids;
import io.usher.engine.testing.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonArray;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Indexes as they come and go from one version of the engine to the next. */
class IndexBuilderIT {

    private static final MongoProperties LIMITS = new MongoProperties(Duration.ofSeconds(8));
    private static final String NAME = "indexed_" + Ids.random();

    private final List<String> commands = new CopyOnWriteArrayList<>();
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void connect() {
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestServers.mongodbUri()))
                .addCommandListener(new Commands())
                .build());
        database = client.getDatabase(TestServers.database());
    }

    @AfterEach
    void drop() {
        Async.await(Mono.from(things().drop()));
        Async.await(Mono.from(settings().updateOne(Filters.eq("_id", "indexes"), Updates.unset("versions." + NAME))));
        client.close();
    }

    @Test
    void shouldBuildAllIndexesOfACollectionByOneCommand() {
        bring(things("a", "-b").with(IndexSpec.on("c").asUnique()));
        bring(things("a", "-b").with(IndexSpec.on("c").asUnique()));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "usher_a_-b", "usher_c_unique");
        assertThat(commands).containsExactly("createIndexes 2", "createIndexes 2");
    }

    @Test
    void shouldDropWhatIsNoLongerDeclaredAfterTheNewOnesAreBuilt() {
        bring(things("a"));
        commands.clear();

        bring(things("a", "b").version(2));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "usher_a_b");
        assertThat(commands).containsExactly("createIndexes 1", "dropIndexes usher_a");
    }

    @Test
    void shouldLeaveTheIndexesOfAnOperator() {
        index("x", new IndexOptions().name("for my report"));
        index("y", new IndexOptions());

        bring(things("a"));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "for my report", "y_1", "usher_a");
    }

    @Test
    void shouldMakeDoWithAnIndexOfTheSameKeysUnderAnotherName() {
        index("a", new IndexOptions());
        commands.clear();

        bring(things("a"));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "a_1");
        assertThat(commands).containsExactly("createIndexes 1");
    }

    @Test
    void shouldDropAnIndexOfBeforeThereWereNames() {
        index("a", new IndexOptions().unique(true));

        bring(things("a").formerly(IndexSpec.on("a").asUnique()));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "usher_a");
    }

    @Test
    void shouldDropNothingWhereALaterEngineHasBeen() {
        bring(things("a", "b").version(2));

        bring(things("a"));

        assertThat(names()).containsExactlyInAnyOrder("_id_", "usher_a_b", "usher_a");
    }

    @Test
    void shouldDropNothingThatALaterEngineIsStillBuilding() {
        // given: its version is there before its indexes are
        record(2);
        index("b", new IndexOptions().name("usher_b"));

        // when
        bring(things("a"));

        // then
        assertThat(names()).containsExactlyInAnyOrder("_id_", "usher_a", "usher_b");
    }

    @Test
    void shouldNeverDropWhatHasTheNameOfADeclaredOne() {
        var hidden = new Document("name", "usher_a")
                .append("key", new Document("a", 1))
                .append("hidden", true);
        assertThat(IndexBuilder.outdated(things("a"), List.of(hidden))).isEmpty();
        assertThat(IndexBuilder.outdated(things("b"), List.of(hidden))).containsExactly("usher_a");
    }

    @Test
    void shouldRefuseACollectionThatNobodyDeclares() {
        var mongo = new Mongo(database, List.of(new PlatformCollections()), LIMITS);

        assertThatThrownBy(() -> mongo.collection("things")).hasMessageContaining("things");
    }

    private static CollectionSpec things(String... fields) {
        return CollectionSpec.unsharded(NAME, "a test").with(IndexSpec.on(fields));
    }

    private void bring(CollectionSpec collection) {
        List<CollectionPlan> plans = List.of(new PlatformCollections(), () -> List.of(collection));
        Async.await(new IndexBuilder(new Mongo(database, plans, LIMITS), plans).bring(collection));
    }

    private void record(int version) {
        Async.await(Mono.from(settings()
                .updateOne(
                        Filters.eq("_id", "indexes"),
                        Updates.set("versions." + NAME, version),
                        new UpdateOptions().upsert(true))));
    }

    private MongoCollection<Document> settings() {
        return database.getCollection(PlatformCollections.SETTINGS);
    }

    private void index(String field, IndexOptions options) {
        Async.await(Mono.from(things().createIndex(new Document(field, 1), options)));
    }

    private List<String> names() {
        return Async.all(Flux.from(things().listIndexes())).stream()
                .map(index -> index.getString("name"))
                .toList();
    }

    private MongoCollection<Document> things() {
        return database.getCollection(NAME);
    }

    private final class Commands implements CommandListener {

        @Override
        public void commandStarted(CommandStartedEvent event) {
            var command = event.getCommand();
            switch (event.getCommandName()) {
                case "createIndexes" -> commands.add("createIndexes " + ((BsonArray) command.get("indexes")).size());
                case "dropIndexes" ->
                    commands.add("dropIndexes " + command.getString("index").getValue());
                default -> {}
            }
        }
    }
}
