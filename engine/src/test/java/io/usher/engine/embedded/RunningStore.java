package io.usher.engine.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** A store of its own for a test class, in a folder that is gone afterwards; each test takes fresh collections. */
final class RunningStore implements BeforeAllCallback, AfterAllCallback {
    private Path folder;
    private EmbeddedStore store;
    private MongoClient client;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("embedded-store");
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        close();
        FileSystemUtils.deleteRecursively(folder);
    }

    void reopen() {
        close();
        open();
    }

    private void open() {
        store = EmbeddedStore.start(new StoreOptions(0, "127.0.0.1", folder, 16, false));
        client = MongoClients.create(store.uri());
    }

    private void close() {
        client.close();
        store.close();
    }

    EmbeddedStore store() {
        return store;
    }

    MongoClient client() {
        return client;
    }

    MongoDatabase database() {
        return client.getDatabase("test");
    }

    MongoCollection<Document> fresh() {
        return database().getCollection("c" + UUID.randomUUID().toString().replace("-", ""));
    }

    MongoCollection<Document> again(MongoCollection<Document> collection) {
        return database().getCollection(collection.getNamespace().getCollectionName());
    }

    long fileSize() {
        try {
            return Files.size(folder.resolve("store.mv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shapes of all full scans of a collection so far. */
    List<String> scans(MongoCollection<Document> collection) {
        return client
                .getDatabase("admin")
                .runCommand(new Document("usherFullScans", 1))
                .getList("shapes", Document.class)
                .stream()
                .filter(shape ->
                        shape.getString("ns").equals(collection.getNamespace().getFullName()))
                .map(shape -> shape.getString("shape"))
                .toList();
    }

    static List<Document> all(Iterable<Document> documents) {
        List<Document> list = new ArrayList<>();
        documents.forEach(list::add);
        return list;
    }

    static Document json(String json) {
        return Document.parse(json);
    }
}
