package io.usher.engine.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static io.usher.engine.embedded.RunningStore.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import io.usher.engine.testing.SearchGuard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts that an index tells by the places of its keys are those of a plain look at every document. */
class StoreCountTest {

    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final List<String> STATES = List.of("running", "failed", "finished", "stopped");

    /** Also what no count may take for a match: other types, missing fields, times at and around the bounds. */
    private static MongoCollection<Document> journeys() {
        MongoCollection<Document> journeys = STORE.fresh();
        journeys.createIndex(
                compoundIndex(ascending("workspace", "workflow", "state"), descending("startedAt"), descending("_id")));
        Random random = new Random(7);
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            Document one = new Document("_id", "j" + i)
                    .append("workspace", random.nextInt(10) == 0 ? "other" : "w")
                    .append("workflow", "f" + random.nextInt(6))
                    .append("state", STATES.get(random.nextInt(4)));
            switch (random.nextInt(12)) {
                case 0 -> one.append("startedAt", null);
                case 1 -> one.append("startedAt", "2026");
                case 2 -> one.append("startedAt", 7);
                case 3 -> one.append("startedAt", true);
                case 4 -> {}
                default -> one.append("startedAt", Date.from(NOW.minusSeconds(random.nextInt(9) * 3_600L)));
            }
            all.add(one);
        }
        journeys.insertMany(all);
        return journeys;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{workspace: 'w', workflow: {$in: ['f1', 'f2', 'f9', 'f1']}, state: {$in: ['running', 'failed']}}",
                "{$and: [{workspace: 'w'}, {workflow: 'f3'}, {state: {$in: ['running', 'stopped']}, startedAt: {$gte: AT}}]}",
                "{workspace: 'w', workflow: {$in: ['f0', 'f5']}, state: 'failed', startedAt: {$gt: AT}}",
                "{workspace: 'w', workflow: 'f2', state: 'failed', startedAt: {$lt: AT}}",
                "{workspace: {$in: ['w', 'other']}, workflow: 'f2', state: 'failed', startedAt: {$lte: AT, $gt: {$date: '2026-11-30T07:00:00Z'}}}",
                "{workspace: 'w', workflow: {$in: ['f4', 'f1']}}",
                "{workspace: 'w', workflow: {$in: []}}",
                "{workflow: 'f4', workspace: 'w', state: {$in: ['running', 'nothing']}}"
            })
    void shouldCountAsALookAtEveryDocumentDoes(String query) {
        // given
        MongoCollection<Document> journeys = journeys();
        Document filter = Document.parse(query.replace("AT", "{$date: '2026-11-30T09:00:00Z'}"));
        List<Document> found = all(journeys.find(filter));
        Map<String, Integer> wanted = new TreeMap<>();
        found.forEach(each -> wanted.merge(each.getString("workflow"), 1, Integer::sum));

        // when
        Map<String, Integer> grouped = new TreeMap<>();
        all(journeys.aggregate(List.of(
                        Aggregates.match(filter), Aggregates.group("$workflow", Accumulators.sum("count", 1L)))))
                .forEach(row ->
                        grouped.put(row.getString("_id"), row.getLong("count").intValue()));

        // then
        assertThat(grouped).isEqualTo(wanted);
        assertThat(journeys.countDocuments(filter)).isEqualTo(found.size());
        assertThat(journeys.countDocuments(filter, new CountOptions().limit(7))).isEqualTo(Math.min(7, found.size()));
        assertThat(searches(journeys)).as("the look at every document alone").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{workspace: 'w', state: 'running'}",
                "{workspace: 'w', workflow: 'f1', state: 'running', extra: 'x'}",
                "{workspace: 'w', workflow: 'f1', state: {$ne: 'running'}}",
                "{workspace: 'w', $or: [{workflow: 'f1'}, {workflow: 'f2'}]}",
                "{workspace: 'w', workflow: 'f1', state: 'failed', startedAt: {$gte: 7}}",
                "{workspace: 'w', workflow: 'f1', state: 'failed', startedAt: null}"
            })
    void shouldLookAtDocumentsWhereTheIndexDoesNotTell(String query) {
        MongoCollection<Document> journeys = journeys();
        Document filter = Document.parse(query);
        assertThat(journeys.countDocuments(filter))
                .isEqualTo(all(journeys.find(filter)).size());
        assertThat(searches(journeys)).isEqualTo(2);
    }

    @Test
    void shouldCountADocumentOnceThoughAnArrayGivesItSeveralEntries() {
        // given
        MongoCollection<Document> journeys = STORE.fresh();
        journeys.createIndex(ascending("workflow", "tags"));
        journeys.insertOne(new Document("workflow", "f1").append("tags", List.of("a", "b", "c")));

        // then
        assertThat(journeys.countDocuments(new Document("workflow", "f1"))).isEqualTo(1);
        assertThat(journeys.countDocuments(Document.parse("{workflow: 'f1', tags: {$in: ['a', 'b']}}")))
                .isEqualTo(1);
    }

    @Test
    void shouldCountWhatIsThereAfterChangesAndANewStart() {
        // given
        MongoCollection<Document> journeys = journeys();
        Document running = Document.parse("{workspace: 'w', workflow: 'f1', state: 'running'}");
        long before = journeys.countDocuments(running);

        // when
        journeys.updateMany(running, new Document("$set", new Document("state", "finished")));
        journeys.insertOne(new Document(running).append("_id", "late"));
        STORE.reopen();

        // then
        assertThat(before).isPositive();
        assertThat(STORE.again(journeys).countDocuments(running)).isEqualTo(1);
    }

    /** How many searches of the collection the store counted. */
    private static long searches(MongoCollection<Document> collection) {
        return SearchGuard.counted(STORE.client()).orElseThrow().stream()
                .filter(shape ->
                        shape.getString("ns").equals(collection.getNamespace().getFullName()))
                .mapToLong(shape -> shape.getLong("searches"))
                .sum();
    }
}
