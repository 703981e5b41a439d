package io.usher.engine.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static io.usher.engine.embedded.RunningStore.all;
import static io.usher.engine.embedded.RunningStore.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.usher.engine.testing.SearchGuard;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What searches examine is counted, so that the guard of the test run sees one whose index does not fit. */
class SearchCostTest {
    private static final int DUE = 3000;
    private static final List<Integer> LANES = IntStream.range(0, 64).boxed().toList();

    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    @Test
    void shouldBeSeenByTheGuardWhenTheDueEventsOfAFewContactsWalkTheWholeQueue() {
        MongoCollection<Document> events = queue();

        assertThat(dueOf(events)).hasSize(2);

        Document cost = cost(events);
        assertThat(cost.getLong("entries")).isEqualTo(DUE);
        assertThat(cost.getLong("returned")).isEqualTo(2);
        assertThat(cost.getLong("worstEntries")).isEqualTo(DUE);
        assertThat(SearchGuard.tooCostly(cost)).isTrue();
    }

    @Test
    void shouldReadTheIndexWithTheFewestEntriesOfThoseThatServeEqually() {
        MongoCollection<Document> events = queue();
        events.createIndex(ascending("due.contact", "due.position"), new IndexOptions().sparse(true));

        assertThat(dueOf(events)).hasSize(2);

        Document cost = cost(events);
        assertThat(cost.getLong("entries")).isEqualTo(2);
        assertThat(SearchGuard.tooCostly(cost)).isFalse();
    }

    @Test
    void shouldBeSeenByTheGuardWhenEverySearchExaminesALittleTooMuch() {
        MongoCollection<Document> events = queue();

        for (int i = 0; i < 20; i++) {
            events.updateOne(json("{'due.lane': 1, 'due.contact': 'c2945'}"), json("{$set: {seen: 1}}"));
        }

        assertThat(SearchGuard.tooCostly(cost(events))).isTrue();
    }

    @Test
    void shouldAllowToReadAPageAndToFindNothing() {
        MongoCollection<Document> events = queue();

        all(events.find(json("{'due.lane': {$in: [1, 2, 3]}}"))
                .sort(json("{'due.position': 1}"))
                .limit(100));
        all(events.find(json("{'due.lane': {$in: [70, 71]}}")).sort(json("{'due.position': 1}")));

        Document cost = cost(events);
        assertThat(cost.getLong("entries")).isEqualTo(100);
        assertThat(cost.getLong("returned")).isEqualTo(100);
        assertThat(SearchGuard.tooCostly(cost)).isFalse();
    }

    @Test
    void shouldNotCountWhatWasDeletedWhileTheSearchWentOn() {
        MongoCollection<Document> events = queue();

        try (var found = events.find(json("{'due.lane': {$in: [1, 2, 3]}}"))
                .sort(json("{'due.position': 1}"))
                .batchSize(2)
                .iterator()) {
            found.next();
            events.deleteMany(json("{}"));
            found.forEachRemaining(event -> {});
        }

        Document cost = costs(events)
                .filter(shape -> shape.getString("shape").contains("due.lane"))
                .findFirst()
                .orElseThrow();
        assertThat(cost.getLong("returned")).isPositive();
        assertThat(cost.getLong("entries")).isEqualTo(cost.getLong("returned"));
    }

    /** As the queue was asked for the due events of a page's contacts. */
    private static List<Document> dueOf(MongoCollection<Document> events) {
        return all(events.find(new Document("due.contact", json("{$in: ['c7', 'c2999', 'nobody']}"))
                        .append("due.lane", new Document("$in", LANES)))
                .sort(json("{'due.position': 1}"))
                .limit(5000));
    }

    private static MongoCollection<Document> queue() {
        MongoCollection<Document> events = STORE.fresh();
        events.createIndex(ascending("due.lane", "due.position"), new IndexOptions().sparse(true));
        events.insertMany(IntStream.range(0, DUE)
                .mapToObj(i -> new Document("_id", i)
                        .append(
                                "due",
                                new Document("lane", i % 64)
                                        .append("position", (long) i)
                                        .append("contact", "c" + i)))
                .toList());
        return events;
    }

    private static Document cost(MongoCollection<Document> collection) {
        return costs(collection)
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other);
                })
                .orElseThrow();
    }

    private static Stream<Document> costs(MongoCollection<Document> collection) {
        return SearchGuard.counted(STORE.client()).orElseThrow().stream()
                .filter(shape ->
                        shape.getString("ns").equals(collection.getNamespace().getFullName()));
    }
}
