package io.usher.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The port stands open to every user of the machine; the data behind it only to who knows the password. */
class StoreSignInTest {
    private static final String ASKS_LITTLE = "&serverSelectionTimeoutMS=3000";

    @TempDir
    Path folder;

    private EmbeddedStore store;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(new StoreOptions(0, "127.0.0.1", folder, 16, false));
        try (MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase("usher").getCollection("sessions").insertOne(Document.parse("{_id: 'secret'}"));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private String password() throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    private MongoClient client(String credential, String options) {
        return MongoClients.create(
                "mongodb://" + credential + "127.0.0.1:" + store.port() + "/?authSource=admin" + options + ASKS_LITTLE);
    }

    private static List<Document> sessions(MongoClient client) {
        return RunningStore.all(
                client.getDatabase("usher").getCollection("sessions").find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'sessions'}",
                "{insert: 'sessions', documents: [{_id: 'forged'}]}",
                "{update: 'sessions', updates: [{q: {}, u: {$set: {a: 1}}}]}",
                "{delete: 'sessions', deletes: [{q: {}, limit: 0}]}",
                "{findAndModify: 'sessions', query: {}, remove: true}",
                "{aggregate: 'sessions', pipeline: [{$out: 'copy'}], cursor: {}}",
                "{count: 'sessions'}",
                "{distinct: 'sessions', key: '_id'}",
                "{getMore: {$numberLong: '1'}, collection: 'sessions'}",
                "{killCursors: 'sessions', cursors: [{$numberLong: '1'}]}",
                "{listCollections: 1}",
                "{listIndexes: 'sessions'}",
                "{listDatabases: 1}",
                "{create: 'other'}",
                "{createIndexes: 'sessions', indexes: [{key: {a: 1}, name: 'a'}]}",
                "{dropIndexes: 'sessions', index: '*'}",
                "{drop: 'sessions'}",
                "{dropDatabase: 1}",
                "{renameCollection: 'usher.sessions', to: 'usher.mine'}",
                "{usherFullScans: 1, reset: true}",
                "{serverStatus: 1}",
                "{dbStats: 1}",
                "{FIND: 'sessions'}",
                "{whatIsThis: 1}"
            })
    void shouldRefuseEachCommandWithoutACredential(String command) {
        for (String database : List.of("usher", "admin")) {
            try (MongoClient client = client("", "")) {
                assertThatThrownBy(() -> client.getDatabase(database).runCommand(Document.parse(command)))
                        .isInstanceOfSatisfying(MongoCommandException.class, refused -> {
                            assertThat(refused.getErrorCode()).isEqualTo(13);
                            assertThat(refused.getErrorCodeName()).isEqualTo("Unauthorized");
                        });
            }
        }
        try (MongoClient client = MongoClients.create(store.uri())) {
            assertThat(sessions(client)).containsExactly(Document.parse("{_id: 'secret'}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ping: 1}", "{hello: 1}", "{isMaster: 1}", "{buildInfo: 1}"})
    void shouldGreetAnybody(String command) {
        try (MongoClient client = client("", "")) {
            assertThat(client.getDatabase("admin")
                            .runCommand(Document.parse(command))
                            .get("ok"))
                    .isEqualTo(1.0);
        }
    }

    @Test
    void shouldRefuseAWrongPasswordAndAnUnknownUser() throws IOException {
        for (String credential : List.of("usher:wrong@", "usher:" + password() + "x@", "admin:" + password() + "@")) {
            try (MongoClient client = client(credential, "")) {
                assertThatThrownBy(() -> sessions(client)).isInstanceOf(MongoSecurityException.class);
            }
        }
        try (MongoClient client = client("usher:" + password() + "@", "&authMechanism=SCRAM-SHA-1")) {
            assertThatThrownBy(() -> sessions(client)).isInstanceOf(MongoSecurityException.class);
        }
    }

    @Test
    void shouldServeManyConnectionsOfTheRightOne() throws Exception {
        for (String options : List.of("", "&authMechanism=SCRAM-SHA-256")) {
            try (MongoClient client = client("usher:" + password() + "@", options);
                    var threads = Executors.newFixedThreadPool(8)) {
                var all = threads.invokeAll(
                        Collections.nCopies(40, () -> sessions(client).size()));
                for (var one : all) {
                    assertThat(one.get()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void shouldKnowAConnectionOnlyUntilItSignsOut() throws IOException {
        try (MongoClient client = client("usher:" + password() + "@", "&maxPoolSize=1")) {
            assertThat(sessions(client)).hasSize(1);
            client.getDatabase("admin").runCommand(Document.parse("{logout: 1}"));

            assertThatThrownBy(() -> sessions(client)).hasMessageContaining("requires authentication");
        }
    }

    @Test
    void shouldNotAnswerReadsInTheFormOfOldDrivers() throws IOException {
        for (String namespace : List.of("usher.sessions", "admin.$cmd.sys.inprog")) {
            assertThat(oldQuery(namespace, "{}")).isEmpty();
        }
        assertThat(oldQuery("admin.$cmd", "{serverStatus: 1}")).isEmpty();
        assertThat(oldQuery("usher.$cmd", "{$query: {find: 'sessions'}}")).contains("requires authentication");
    }

    @Test
    void shouldKeepThePasswordForItsOwnerAlone() throws IOException {
        var first = password();

        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(permissions()).isEqualTo("rw-------");
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-r--r--"));
        store.close();
        start(first);
        assertThat(permissions()).isEqualTo("rw-------");
    }

    @Test
    void shouldGoOnWithDataThatHadNoPassword() throws IOException {
        store.close();
        var before = password();
        Files.delete(folder.resolve("password"));

        store = EmbeddedStore.start(new StoreOptions(0, "127.0.0.1", folder, 16, false));

        assertThat(password()).isNotEqualTo(before);
        try (MongoClient client = MongoClients.create(store.uri())) {
            assertThat(sessions(client)).hasSize(1);
        }
    }

    private void start(String expected) throws IOException {
        store = EmbeddedStore.start(new StoreOptions(0, "127.0.0.1", folder, 16, false));
        assertThat(password()).isEqualTo(expected);
    }

    private String permissions() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password")));
    }

    /** Sends OP_QUERY and answers what came back until the store closed the connection or had answered. */
    private String oldQuery(String namespace, String query) throws IOException {
        byte[] bson = bytes(BsonDocument.parse(query));
        byte[] name = (namespace + "\0").getBytes(StandardCharsets.UTF_8);
        var message =
                ByteBuffer.allocate(16 + 4 + name.length + 8 + bson.length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(message.capacity()).putInt(1).putInt(0).putInt(2004);
        message.putInt(0).put(name).putInt(0).putInt(1).put(bson);
        try (var socket = new Socket("127.0.0.1", store.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(message.array());
            var answer = new byte[4_096];
            int length = socket.getInputStream().read(answer);
            return length < 0 ? "" : new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] bytes(BsonDocument document) {
        var buffer = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
