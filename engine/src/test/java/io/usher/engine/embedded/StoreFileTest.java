package io.usher.engine.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static io.usher.engine.embedded.RunningStore.all;
import static io.usher.engine.embedded.RunningStore.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What stays in the file, and how large it becomes. */
class StoreFileTest {
    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    @Test
    void shouldKeepDocumentsAndIndexesWhenReopened() {
        MongoCollection<Document> people = STORE.fresh();
        people.createIndex(ascending("tags"));
        people.createIndex(ascending("email"), new IndexOptions().unique(true).sparse(true));
        people.createIndex(ascending("due.lane", "due.position"), new IndexOptions().sparse(true));
        people.insertMany(IntStream.range(0, 300)
                .mapToObj(i -> new Document("_id", i).append("email", "e" + i).append("tags", List.of("a", "b" + i)))
                .toList());
        List<Document> before = all(people.find());
        List<Document> indexes = all(people.listIndexes());

        STORE.reopen();

        MongoCollection<Document> reopened = STORE.again(people);
        assertThat(all(reopened.find())).isEqualTo(before);
        assertThat(all(reopened.listIndexes())).containsExactlyInAnyOrderElementsOf(indexes);
        assertThat(all(reopened.find(json("{tags: {$in: ['a', 'b7']}}")))).hasSize(300);
        assertThat(reopened.find(json("{email: 'e7'}")).first().getInteger("_id"))
                .isEqualTo(7);
        assertThatThrownBy(() -> reopened.insertOne(json("{_id: 999, email: 'e7'}")))
                .hasMessageContaining("E11000");
        assertThat(STORE.scans(reopened)).containsExactly("{}");
    }

    @Test
    void shouldForgetWhatWasDropped() {
        MongoCollection<Document> people = STORE.fresh();
        people.createIndex(ascending("a"), new IndexOptions().unique(true));
        people.insertOne(json("{_id: 1, a: 1}"));
        people.drop();
        STORE.reopen();
        MongoCollection<Document> again = STORE.again(people);

        again.insertMany(List.of(json("{_id: 1, a: 1}"), json("{_id: 2, a: 1}")));

        assertThat(all(again.find(json("{a: 1}")))).hasSize(2);
    }

    @Test
    void shouldKeepARenamedCollectionWithItsIndexes() {
        MongoCollection<Document> people = STORE.fresh();
        people.createIndex(ascending("a"));
        people.insertOne(json("{_id: 1, a: [1, 2]}"));
        MongoCollection<Document> renamed = STORE.fresh();
        people.renameCollection(renamed.getNamespace());
        renamed.insertOne(json("{_id: 2, a: 2}"));

        STORE.reopen();

        assertThat(all(STORE.again(renamed).find(json("{a: 2}")))).hasSize(2);
        assertThat(STORE.scans(renamed)).isEmpty();
    }

    @Test
    void shouldKeepTheFileLevelUnderUpdates(@TempDir Path folder) {
        try (StoreFile file = StoreFile.open(new StoreOptions(0, "127.0.0.1", folder, 16, false))) {
            file.keepOldPages(0);
            MVMap<Object[], byte[]> documents = file.documents("test.counters");
            long largest = 0;
            for (int i = 0; i < 3000; i++) {
                documents.put(new Object[] {(double) (i % 200)}, new byte[500]);
                file.commit();
                if (i % 100 == 99) {
                    file.compact();
                    largest = Math.max(largest, file.size());
                }
            }

            // each commit writes two blocks of 4 kB at least
            assertThat(largest).isLessThan(3000 * 8192 / 4);
        }
    }

    @Test
    void shouldDoALargeBulkOfUpdates() {
        MongoCollection<Document> people = STORE.fresh();
        List<Document> documents =
                IntStream.range(0, 1000).mapToObj(i -> new Document("_id", i)).toList();
        people.insertMany(documents);
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        documents.forEach(d -> updates.add(new UpdateOneModel<>(d, json("{$set: {done: true}}"))));

        assertThat(people.bulkWrite(updates).getModifiedCount()).isEqualTo(1000);
    }
}
