package io.usher.engine.embedded;

import static io.usher.engine.embedded.RunningStore.all;
import static io.usher.engine.embedded.RunningStore.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much memory a command may take. */
class StoreMemoryTest {
    private static final String LIMIT = "usher.store.command-bytes";

    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    @BeforeAll
    static void limit() {
        System.setProperty(LIMIT, Integer.toString(4 << 20));
    }

    @AfterAll
    static void unlimit() {
        System.clearProperty(LIMIT);
    }

    @Test
    void shouldRefuseToSortMoreThanFitsItsMemory() {
        MongoCollection<Document> large = large();

        MongoCommandException refused = catchThrowableOfType(
                MongoCommandException.class, () -> all(large.find().sort(json("{n: 1}"))));
        MongoCommandException inPipeline = catchThrowableOfType(
                MongoCommandException.class,
                () -> all(large.aggregate(
                        List.of(json("{$addFields: {m: '$n'}}"), json("{$sort: {m: 1}}"), json("{$limit: 1}")))));

        assertThat(refused.getCode()).isEqualTo(292);
        assertThat(refused.getErrorMessage()).contains("Sort exceeded memory limit");
        assertThat(inPipeline.getCode()).isEqualTo(292);
    }

    @Test
    void shouldSortTheFirstFewOfMoreThanFitsItsMemory() {
        MongoCollection<Document> large = large();

        assertThat(all(large.find().sort(json("{n: 1}")).limit(3).projection(json("{n: 1, _id: 0}"))))
                .containsExactly(json("{n: 0}"), json("{n: 1}"), json("{n: 2}"));
        assertThat(all(large.find().projection(json("{_id: 1}")))).hasSize(1300);
    }

    /** Three times what a command may keep here. */
    private static MongoCollection<Document> large() {
        MongoCollection<Document> large = STORE.database().getCollection("large");
        if (large.estimatedDocumentCount() == 0) {
            String padding = "x".repeat(9_000);
            for (int i = 0; i < 1300; i += 100) {
                large.insertMany(IntStream.range(i, i + 100)
                        .mapToObj(n ->
                                new Document("_id", n).append("n", n * 7 % 1300).append("padding", padding))
                        .toList());
            }
        }
        return large;
    }
}
