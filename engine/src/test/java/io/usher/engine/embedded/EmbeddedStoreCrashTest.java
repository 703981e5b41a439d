package io.usher.engine.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static io.usher.engine.embedded.RunningStore.all;
import static io.usher.engine.embedded.RunningStore.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process under load: what was acknowledged is there, and documents and index entries agree. */
class EmbeddedStoreCrashTest {
    private static final int CLIENTS = 6;
    private static final int ENOUGH = 600;

    @TempDir
    Path folder;

    private final Set<Integer> inserted = ConcurrentHashMap.newKeySet();
    private final Set<Integer> updated = ConcurrentHashMap.newKeySet();
    private final Set<Integer> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void shouldLoseNothingAcknowledgedWhenKilled() throws Exception {
        for (int round = 0; round < 2; round++) {
            killUnderLoad();
        }

        Process process = start();
        try (MongoClient client = connect(process)) {
            MongoCollection<Document> contacts = contacts(client);
            Map<Integer, Document> stored = new HashMap<>();
            contacts.find().forEach(d -> stored.put(d.getInteger("_id"), d));
            Set<Integer> kept = new TreeSet<>(inserted);
            kept.removeIf(id -> id % 5 == 0); // perhaps deleted without an answer
            Set<Integer> keptUpdates = new TreeSet<>(updated);
            keptUpdates.removeIf(id -> id % 5 == 0);

            assertThat(inserted).hasSizeGreaterThan(ENOUGH);
            assertThat(stored.keySet()).containsAll(kept).doesNotContainAnyElementsOf(deleted);
            assertThat(keptUpdates)
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(stored.get(id).getInteger("v")).isEqualTo(1));
            assertIndexesAgree(contacts, stored);
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
    }

    private static void assertIndexesAgree(MongoCollection<Document> contacts, Map<Integer, Document> stored) {
        assertThat(all(contacts.find(json("{v: {$gte: 0}}")).hint(json("{v: 1}"))))
                .extracting(d -> d.getInteger("_id"))
                .containsExactlyInAnyOrderElementsOf(stored.keySet());
        stored.keySet().stream()
                .limit(200)
                .forEach(id -> assertThat(
                                contacts.find(new Document("email", "e" + id)).first())
                        .isEqualTo(stored.get(id)));
        int free = stored.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
        for (int id = 1; id < free + 50; id++) {
            if (!stored.containsKey(id)) { // an entry without its document would refuse the value
                contacts.insertOne(
                        new Document("_id", id).append("email", "e" + id).append("v", 9));
            }
        }
    }

    private void killUnderLoad() throws Exception {
        Process process = start();
        try (MongoClient client = connect(process)) {
            MongoCollection<Document> contacts = contacts(client);
            CountDownLatch enough = new CountDownLatch(ENOUGH);
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(Thread.ofVirtual().start(() -> load(contacts, enough)));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            process.destroyForcibly().waitFor();
            for (Thread one : clients) {
                one.join();
            }
        }
    }

    /** Notes each write when it is acknowledged, until the store is gone. */
    private void load(MongoCollection<Document> contacts, CountDownLatch enough) {
        try {
            while (true) {
                int id = next.incrementAndGet();
                contacts.insertOne(
                        new Document("_id", id).append("email", "e" + id).append("v", 0));
                inserted.add(id);
                if (id % 3 == 0) {
                    contacts.updateOne(new Document("_id", id), json("{$set: {v: 1}}"));
                    updated.add(id);
                }
                if (id % 5 == 0) {
                    contacts.deleteOne(new Document("email", "e" + id));
                    deleted.add(id);
                }
                enough.countDown();
            }
        } catch (MongoException e) {
            // killed; what was under way may be there or not
        }
    }

    private static MongoCollection<Document> contacts(MongoClient client) {
        MongoCollection<Document> contacts = client.getDatabase("crash").getCollection("contacts");
        contacts.createIndex(ascending("email"), new IndexOptions().unique(true));
        contacts.createIndex(ascending("v"));
        return contacts;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedStore.class.getName(),
                        "--port",
                        "0",
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private MongoClient connect(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        String ready = output.readLine();
        assertThat(ready).matches("embedded store ready on 127\\.0\\.0\\.1:\\d+, data in .*");
        String address = ready.substring("embedded store ready on ".length(), ready.indexOf(','));
        String password = Files.readString(folder.resolve("password")).strip();
        return MongoClients.create("mongodb://usher:" + password + "@" + address
                + "/?authSource=admin&serverSelectionTimeoutMS=3000&retryWrites=false");
    }
}
