package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.usher.engine.EngineApplication;
import io.usher.engine.testing.EngineProcess;
import io.usher.engine.testing.StoreProcess;
import io.usher.engine.testing.TestMail;
import io.usher.engine.testing.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store's file as the version before left it ({@code data-before-migrations}): the workflow of the order confirmation, five contacts with a
 * {@code ping} each, the order {@code before-1} with its message handed over, and {@code before-2}, whose journey the engine was killed over while it
 * started. It has indexes without names of ours, and an event type of a still earlier version.
 */
class DataOfBeforeIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    /** More than a page of a migration. */
    private static final int OLD_TYPES = 1_200;

    @TempDir
    Path folder;

    private StoreProcess store;
    private MongoClient client;

    @BeforeEach
    void openTheFile() throws IOException {
        try (var file = DataOfBeforeIT.class.getResourceAsStream("/data-before-migrations/store.mv.gz");
                var unpacked = new GZIPInputStream(Objects.requireNonNull(file))) {
            Files.copy(unpacked, folder.resolve("store.mv"));
        }
        store = StoreProcess.start(folder);
        client = MongoClients.create(store.uri());
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void shouldMigrateAndGoOnAlsoWhenTheEngineIsKilledInTheMiddleOfIt() {
        // given
        database().getCollection("eventTypes").insertMany(oldTypes());
        assertThat(indexes("eventTypes")).contains("workspace_1_key_1");

        // when: the first engine ends after a page
        try (var engine = EngineProcess.start(store.uri(), TestServers.zeebeAddress(), "migration-after-page")) {
            assertThat(engine.awaitEnd()).isEqualTo(EngineProcess.HALTED);
        }
        assertThat(schema()).containsEntry("version", 0).containsKey("after");

        // then
        try (var engine = EngineProcess.start(store.uri(), TestServers.zeebeAddress(), null)) {
            assertMigrated();
            var api = engine.api();
            assertThat(api.items("/contacts")).hasSize(7);
            assertThat(api.items("/events?type=ping")).hasSize(5);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(TestMail.subjectsTo("before-2@example.com"))
                            .anyMatch(subject -> subject.startsWith("Your order before-2")));
            api.event(Map.of("eventTypeKey", "ping", "params", Map.of("EmailAddress", "after@example.com")));
            assertThat(api.items("/contacts")).hasSize(8);
        }
    }

    @Test
    void shouldNotStartOnDataOfALaterVersion() {
        database().getCollection("settings").insertOne(new Document("_id", "schema").append("version", 99));

        assertThatThrownBy(() -> EngineProcess.start(store.uri(), TestServers.zeebeAddress(), null))
                .hasMessageContaining("ended with " + EngineApplication.REFUSED)
                .hasMessageContaining("The data in this database is of version 99, made by a later Usher");
        assertThat(indexes("eventTypes")).contains("workspace_1_key_1");
    }

    private void assertMigrated() {
        assertThat(schema()).containsEntry("version", 1).doesNotContainKey("after");
        for (var type : database().getCollection("eventTypes").find()) {
            assertThat(type.getString("skeleton")).as(type.getString("key")).isNotNull();
        }
        assertThat(indexes("eventTypes"))
                .contains("usher_workspace_key", "workspace_1_skeleton_1")
                .doesNotContain("workspace_1_key_1");
        assertThat(indexes("versions")).doesNotContain("workspace_1_workflow_1_n_1");
        assertThat(indexes("events"))
                .contains("due.lane_1_due.position_1")
                .filteredOn(name -> name.startsWith("usher_"))
                .as("what was not there under another name")
                .containsExactly("usher_auditAt_sparse");
    }

    private static List<Document> oldTypes() {
        return IntStream.range(0, OLD_TYPES)
                .mapToObj("type-%04d"::formatted)
                .map(key -> new Document("_id", "main:" + key)
                        .append("workspace", "main")
                        .append("key", key)
                        .append("name", key)
                        .append("category", "other")
                        .append("params", List.of())
                        .append("search", key + "\n" + key)
                        .append("createdAt", new Date(0)))
                .toList();
    }

    private Document schema() {
        return Objects.requireNonNull(database()
                .getCollection("settings")
                .find(new Document("_id", "schema"))
                .first());
    }

    private List<String> indexes(String collection) {
        var names = new ArrayList<String>();
        database().getCollection(collection).listIndexes().forEach(index -> names.add(index.getString("name")));
        return names;
    }

    private MongoDatabase database() {
        return client.getDatabase("usher");
    }
}
