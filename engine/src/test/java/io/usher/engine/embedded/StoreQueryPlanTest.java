package io.usher.engine.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static io.usher.engine.embedded.RunningStore.all;
import static io.usher.engine.embedded.RunningStore.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each query of the engine's shapes gives what a plain filter and sort would give, and scans nothing. */
class StoreQueryPlanTest {
    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    @Test
    void shouldMergeLanesOfTheQueueByPosition() {
        MongoCollection<Document> events = STORE.fresh();
        events.createIndex(ascending("due.lane", "due.position"), new IndexOptions().sparse(true));
        List<Integer> positions =
                new ArrayList<>(IntStream.range(0, 3000).boxed().toList());
        Collections.shuffle(positions, new Random(1));
        events.insertMany(positions.stream()
                .map(p -> new Document("_id", "e" + p)
                        .append("due", p % 7 == 0 ? null : new Document("lane", p % 64).append("position", (long) p)))
                .toList());
        List<Integer> lanes =
                IntStream.range(0, 64).filter(l -> l % 2 == 0).boxed().toList();

        List<Document> page = all(events.find(new Document("due.lane", new Document("$in", lanes)))
                .sort(json("{'due.position': 1}"))
                .limit(500));

        assertThat(page)
                .extracting(e -> e.get("due", Document.class).getLong("position"))
                .containsExactlyElementsOf(IntStream.range(0, 3000)
                        .filter(p -> p % 2 == 0 && p % 7 != 0)
                        .limit(500)
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(STORE.scans(events)).isEmpty();
    }

    @Test
    void shouldGoOnBehindAPositionWithinLanes() {
        MongoCollection<Document> events = STORE.fresh();
        events.createIndex(ascending("due.lane", "due.position"), new IndexOptions().sparse(true));
        events.insertMany(IntStream.range(0, 500)
                .mapToObj(p -> new Document("_id", p).append("due", new Document("lane", p % 4).append("position", p)))
                .toList());

        List<Document> page =
                all(events.find(json("{'due.lane': {$in: [0, 3]}, 'due.position': {$gt: 100, $lte: 110}}"))
                        .sort(json("{'due.position': 1}")));

        assertThat(page).extracting(e -> e.getInteger("_id")).containsExactly(103, 104, 107, 108);
        assertThat(STORE.scans(events)).isEmpty();
    }

    @Test
    void shouldPageAListBackwardsByCursorOfTimeAndId() {
        MongoCollection<Document> events = listOfEvents();
        events.createIndex(compoundIndex(ascending("workspace", "type"), descending("time", "_id")));

        assertThat(pages(events)).containsExactlyElementsOf(expectedPages(events));
        assertThat(STORE.scans(events)).containsExactly("{} sort {time: -1, _id: -1}");
    }

    @Test
    void shouldPageAListAgainstTheDirectionOfItsIndex() {
        MongoCollection<Document> events = listOfEvents();
        events.createIndex(ascending("workspace", "type", "time", "_id"));

        assertThat(pages(events)).containsExactlyElementsOf(expectedPages(events));
        assertThat(STORE.scans(events)).hasSize(1);
    }

    private MongoCollection<Document> listOfEvents() {
        MongoCollection<Document> events = STORE.fresh();
        events.insertMany(IntStream.range(0, 600)
                .mapToObj(i -> new Document("_id", "e%03d".formatted(i * 37 % 600))
                        .append("workspace", "w" + i % 2)
                        .append("type", "t" + i % 3)
                        .append("time", Date.from(Instant.ofEpochSecond(i / 20))))
                .toList());
        return events;
    }

    private static List<Object> pages(MongoCollection<Document> events) {
        List<Object> ids = new ArrayList<>();
        Document filter = json("{workspace: 'w1', type: 't2'}");
        for (List<Document> page = page(events, filter); !page.isEmpty(); page = page(events, filter)) {
            page.forEach(e -> ids.add(e.get("_id")));
            Document last = page.getLast();
            filter = new Document("workspace", "w1")
                    .append("type", "t2")
                    .append(
                            "$or",
                            List.of(
                                    new Document("time", new Document("$lt", last.get("time"))),
                                    new Document("time", last.get("time"))
                                            .append("_id", new Document("$lt", last.get("_id")))));
        }
        return ids;
    }

    private static List<Document> page(MongoCollection<Document> events, Document filter) {
        return all(events.find(filter).sort(json("{time: -1, _id: -1}")).limit(7));
    }

    private static List<Object> expectedPages(MongoCollection<Document> events) {
        return all(events.find().sort(json("{time: -1, _id: -1}"))).stream()
                .filter(e -> e.get("workspace").equals("w1") && e.get("type").equals("t2"))
                .map(e -> e.get("_id"))
                .toList();
    }

    @Test
    void shouldMergeListedValuesOfAMiddleFieldInTheOrderOfTheNext() {
        MongoCollection<Document> journeys = STORE.fresh();
        journeys.createIndex(ascending("workspace", "state", "at"));
        journeys.insertMany(IntStream.range(0, 400)
                .mapToObj(i -> new Document("_id", i)
                        .append("workspace", "w" + i % 3)
                        .append(
                                "state",
                                List.of("running", "starting", "failed", "ended")
                                        .get(i % 4))
                        .append("at", i * 7919 % 400))
                .toList());

        List<Document> found = all(journeys.find(json(
                        "{workspace: 'w1', state: {$in: ['starting', 'failed', 'nothing']}, at: {$gte: 20, $lt: 390}}"))
                .sort(json("{at: -1}")));

        assertThat(found).hasSizeGreaterThan(50);
        assertThat(found)
                .isSortedAccordingTo(
                        Comparator.comparing((Document d) -> d.getInteger("at")).reversed());
        assertThat(found).hasSize((int) all(journeys.find()).stream()
                .filter(d -> d.get("workspace").equals("w1") && d.getInteger("_id") % 4 % 3 != 0)
                .filter(d -> d.getInteger("at") >= 20 && d.getInteger("at") < 390)
                .count());
        assertThat(STORE.scans(journeys)).containsExactly("{}");
    }

    @Test
    void shouldFindManyByIds() {
        MongoCollection<Document> contacts = numbered(1000);
        List<Integer> ids = IntStream.range(-5, 300).map(i -> i * 3).boxed().toList();

        assertThat(all(contacts.find(new Document("_id", new Document("$in", ids)))))
                .hasSize(300);
        assertThat(all(contacts.find(new Document("_id", new Document("$in", ids)))
                        .sort(json("{_id: -1}"))
                        .limit(2)))
                .extracting(d -> d.getInteger("_id"))
                .containsExactly(897, 894);
        assertThat(STORE.scans(contacts)).isEmpty();
    }

    @Test
    void shouldTakeTheFirstOfAQueueWithFindOneAndUpdate() {
        MongoCollection<Document> messages = STORE.fresh();
        messages.createIndex(ascending("state", "dueAt"));
        messages.insertMany(IntStream.range(0, 50)
                .mapToObj(i -> new Document("_id", i).append("state", "waiting").append("dueAt", i * 13 % 50))
                .toList());

        Document taken = messages.findOneAndUpdate(
                json("{state: 'waiting', dueAt: {$lte: 40}}"),
                json("{$set: {state: 'taken'}}"),
                new FindOneAndUpdateOptions().sort(json("{dueAt: 1}")));

        assertThat(taken.getInteger("dueAt")).isZero();
        assertThat(STORE.scans(messages)).isEmpty();
    }

    @Test
    void shouldUseAnIndexOfItsOwnForEachBranchOfAnOr() {
        MongoCollection<Document> contacts = STORE.fresh();
        contacts.createIndex(ascending("email"));
        contacts.createIndex(ascending("phone"));
        contacts.insertMany(IntStream.range(0, 100)
                .mapToObj(i -> new Document("_id", i).append("email", "e" + i).append("phone", "p" + i % 10))
                .toList());

        assertThat(all(contacts.find(json("{$or: [{email: 'e5'}, {phone: 'p5'}, {email: 'e7'}]}"))))
                .hasSize(11);
        assertThat(STORE.scans(contacts)).isEmpty();
    }

    @Test
    void shouldNotAnswerFromASparseIndexWhatItDoesNotHold() {
        MongoCollection<Document> contacts = STORE.fresh();
        contacts.createIndex(ascending("email"), new IndexOptions().sparse(true));
        contacts.insertMany(List.of(json("{_id: 1, email: 'a'}"), json("{_id: 2}"), json("{_id: 3, email: null}")));

        assertThat(all(contacts.find(json("{email: null}")))).hasSize(2);
        assertThat(all(contacts.find().sort(json("{email: 1}")))).hasSize(3);
        assertThat(all(contacts.find(json("{email: {$exists: true}}")))).hasSize(2);
    }

    @Test
    void shouldFindThroughArraysWithoutRepeatingADocument() {
        MongoCollection<Document> contacts = STORE.fresh();
        contacts.createIndex(ascending("tags", "at"));
        contacts.insertMany(List.of(
                json("{_id: 1, tags: ['a', 'b'], at: 3}"),
                json("{_id: 2, tags: ['b', 'c'], at: 2}"),
                json("{_id: 3, tags: [], at: 1}")));

        assertThat(all(contacts.find(json("{tags: {$in: ['a', 'b', 'c']}}")).sort(json("{at: 1}"))))
                .extracting(d -> d.getInteger("_id"))
                .containsExactly(2, 1);
        assertThat(all(contacts.find(json("{tags: {$gte: 'a', $lte: 'b'}}")))).hasSize(2);
        assertThat(STORE.scans(contacts)).isEmpty();
    }

    @Test
    void shouldNotJoinConditionsThatDifferentElementsMeet() {
        MongoCollection<Document> orders = STORE.fresh();
        orders.createIndex(ascending("items.sku", "items.count"));
        orders.insertOne(json("{_id: 1, items: [{sku: 'x', count: 9}, {sku: 'y', count: 2}]}"));

        assertThat(all(orders.find(json("{'items.sku': 'x', 'items.count': 2}"))))
                .hasSize(1);
        assertThat(STORE.scans(orders)).isEmpty();
    }

    @Test
    void shouldCountWhatNoIndexNarrows() {
        MongoCollection<Document> contacts = numbered(20);

        all(contacts.find(json("{name: 'x', age: {$gt: 3, $lt: 9}}")).sort(json("{age: -1}")));
        contacts.countDocuments(json("{name: 'x'}"));
        contacts.updateMany(json("{name: 'x'}"), json("{$set: {a: 1}}"));

        assertThat(STORE.scans(contacts)).containsExactly("{age: $gt $lt, name} sort {age: -1}", "{name}");
        Document report = STORE.client().getDatabase("admin").runCommand(json("{usherFullScans: 1, reset: true}"));
        assertThat(report.getList("shapes", Document.class))
                .filteredOn(
                        s -> s.getString("ns").equals(contacts.getNamespace().getFullName()))
                .extracting(s -> s.getLong("count"), s -> s.getLong("documents"))
                .containsExactly(tuple(1L, 20L), tuple(2L, 40L));
        assertThat(STORE.scans(contacts)).isEmpty();
    }

    @Test
    void shouldCountAScanOfAnEmptyCollectionToo() {
        MongoCollection<Document> contacts = numbered(1);
        contacts.deleteMany(json("{_id: 0}"));

        all(contacts.find(json("{name: 'x'}")));

        assertThat(STORE.scans(contacts)).containsExactly("{name}");
    }

    @Test
    void shouldSearchWithIndexesInAggregations() {
        MongoCollection<Document> messages = STORE.fresh();
        messages.createIndex(ascending("workspace", "at"));
        messages.insertMany(IntStream.range(0, 200)
                .mapToObj(i -> new Document("_id", i)
                        .append("workspace", "w" + i % 4)
                        .append("at", i)
                        .append("n", 1))
                .toList());

        List<Document> sums = all(messages.aggregate(List.of(
                json("{$match: {workspace: 'w1'}}"),
                json("{$match: {at: {$gte: 100}}}"),
                json("{$group: {_id: '$workspace', n: {$sum: '$n'}}}"))));
        List<Document> last = all(messages.aggregate(
                List.of(json("{$match: {workspace: 'w1'}}"), json("{$sort: {at: -1}}"), json("{$limit: 1}"))));

        assertThat(sums).containsExactly(json("{_id: 'w1', n: 25}"));
        assertThat(last).extracting(d -> d.getInteger("_id")).containsExactly(197);
        assertThat(messages.countDocuments()).isEqualTo(200);
        assertThat(STORE.scans(messages)).isEmpty();
    }

    private static MongoCollection<Document> numbered(int count) {
        MongoCollection<Document> collection = STORE.fresh();
        collection.insertMany(
                IntStream.range(0, count).mapToObj(i -> new Document("_id", i)).toList());
        return collection;
    }
}
