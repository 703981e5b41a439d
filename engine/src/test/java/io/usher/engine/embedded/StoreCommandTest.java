package io.usher.engine.embedded;

import static io.usher.engine.embedded.RunningStore.all;
import static io.usher.engine.embedded.RunningStore.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The commands a driver sends, by topic. */
class StoreCommandTest {
    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    private static MongoCollection<Document> people() {
        MongoCollection<Document> people = STORE.fresh();
        people.insertMany(IntStream.range(0, 20)
                .mapToObj(i -> new Document("_id", "k" + i)
                        .append("n", i)
                        .append("group", i % 3)
                        .append("name", (i % 2 == 0 ? "Even" : "odd") + i)
                        .append("tags", List.of("t" + i % 4, "all"))
                        .append("o", new Document("x", i).append("y", new Document("z", i * 2)))
                        .append("at", new Date(1_700_000_000_000L + i * 86_400_000L)))
                .toList());
        return people;
    }

    private static long count(MongoCollection<Document> collection, String filter) {
        return collection.countDocuments(json(filter));
    }

    @Nested
    class Connecting {
        @Test
        void shouldAnswerWhatDriversAskFirst() {
            assertThat(STORE.database().runCommand(json("{ping: 1}")).getDouble("ok"))
                    .isEqualTo(1.0);
            assertThat(STORE.database().runCommand(json("{hello: 1}")).getBoolean("isWritablePrimary"))
                    .isTrue();
            assertThat(STORE.database().runCommand(json("{buildInfo: 1}")).getString("version"))
                    .startsWith("5.");
        }

        @Test
        void shouldServeTheReactiveDriverWithMajorityConcerns() {
            String name = STORE.fresh().getNamespace().getCollectionName();
            try (com.mongodb.reactivestreams.client.MongoClient client =
                    MongoClients.create(STORE.store().uri())) {
                com.mongodb.reactivestreams.client.MongoCollection<Document> events = client.getDatabase("test")
                        .getCollection(name)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY);
                List<Document> documents = IntStream.range(0, 500)
                        .mapToObj(i -> new Document("_id", i))
                        .toList();

                Mono.from(events.insertMany(documents)).block(Duration.ofSeconds(10));

                assertThat(Flux.from(events.find().batchSize(50)).collectList().block(Duration.ofSeconds(10)))
                        .containsExactlyElementsOf(documents);
            }
        }

        @Test
        void shouldListAndDropDatabasesAndCollections() {
            STORE.client().getDatabase("gone").getCollection("c").insertOne(json("{_id: 1}"));
            assertThat(STORE.client().listDatabaseNames().into(new ArrayList<>()))
                    .contains("gone");

            STORE.client().getDatabase("gone").drop();

            assertThat(STORE.client().getDatabase("gone").getCollection("c").countDocuments())
                    .isZero();
            MongoCollection<Document> people = people();
            people.drop();
            assertThat(STORE.database().listCollectionNames().into(new ArrayList<>()))
                    .doesNotContain(people.getNamespace().getCollectionName());
            assertThat(people.countDocuments()).isZero();
        }
    }

    @Nested
    class Finding {
        @Test
        void shouldFilterSortSkipLimitAndProject() {
            assertThat(all(people().find(json("{n: {$gte: 5, $lt: 15}}"))
                            .sort(json("{n: -1}"))
                            .skip(2)
                            .limit(3)
                            .projection(json("{n: 1, _id: 0}"))))
                    .containsExactly(json("{n: 12}"), json("{n: 11}"), json("{n: 10}"));
        }

        @Test
        void shouldKnowTheOperatorsOfQueries() {
            MongoCollection<Document> people = people();

            assertThat(count(people, "{$or: [{n: 1}, {n: 2}]}")).isEqualTo(2);
            assertThat(count(people, "{$and: [{n: {$gt: 1}}, {n: {$lt: 3}}]}")).isEqualTo(1);
            assertThat(count(people, "{$nor: [{n: {$gt: 1}}, {n: 0}]}")).isEqualTo(1);
            assertThat(count(people, "{'o.y.z': 10}")).isEqualTo(1);
            assertThat(count(people, "{tags: 't1'}")).isEqualTo(5);
            assertThat(count(people, "{tags: {$all: ['t1', 'all']}}")).isEqualTo(5);
            assertThat(count(people, "{tags: {$elemMatch: {$eq: 't1'}}}")).isEqualTo(5);
            assertThat(count(people, "{name: {$regex: '^even1', $options: 'i'}}"))
                    .isEqualTo(5);
            assertThat(count(people, "{none: {$exists: false}}")).isEqualTo(20);
            assertThat(count(people, "{n: {$nin: [1, 2]}}")).isEqualTo(18);
            assertThat(count(people, "{n: {$not: {$gt: 3}}}")).isEqualTo(4);
            assertThat(count(people, "{$expr: {$gt: ['$o.y.z', '$n']}}")).isEqualTo(19);
        }

        @Test
        void shouldReadALargeResultInBatches() {
            MongoCollection<Document> people = STORE.fresh();
            people.insertMany(IntStream.range(0, 1000)
                    .mapToObj(i -> new Document("_id", i))
                    .toList());

            assertThat(all(people.find())).hasSize(1000);
            assertThat(all(people.find().batchSize(7))).hasSize(1000);
            assertThat(all(people.find().batchSize(7).limit(20))).hasSize(20);
        }

        @Test
        void shouldForgetACursorThatIsClosed() {
            MongoCollection<Document> people = people();
            MongoCursor<Document> cursor = people.find().batchSize(2).cursor();
            long id = cursor.getServerCursor().getId();

            cursor.close();

            Document more = new Document("getMore", id)
                    .append("collection", people.getNamespace().getCollectionName());
            assertThatThrownBy(() -> STORE.database().runCommand(more))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getCode()).isEqualTo(43));
        }

        @Test
        void shouldCountAndListDistinctValues() {
            MongoCollection<Document> people = people();

            assertThat(people.countDocuments()).isEqualTo(20);
            assertThat(people.estimatedDocumentCount()).isEqualTo(20);
            assertThat(all(people.distinct("tags", String.class).map(t -> new Document("t", t))))
                    .hasSize(5);
        }

        @Test
        void shouldGiveBackEveryTypeAsItCame() {
            MongoCollection<Document> values = STORE.fresh();
            Document document = new Document("_id", new ObjectId())
                    .append("long", 5_000_000_000L)
                    .append("decimal", Decimal128.parse("1.10"))
                    .append("binary", new Binary(new byte[] {1, 2}))
                    .append("nothing", null)
                    .append("timestamp", new BsonTimestamp(1, 2))
                    .append("flag", true)
                    .append("nested", List.of(List.of(1), new Document("q.r", 1)))
                    .append("date", new Date(1));
            values.insertOne(document);

            assertThat(values.find(new Document("_id", document.get("_id"))).first())
                    .isEqualTo(document);
        }

        @Test
        void shouldKeepNumbersApartThatOnlyLookAlike() {
            MongoCollection<Document> values = STORE.fresh();
            values.insertMany(List.of(
                    new Document("_id", 9_007_199_254_740_993L),
                    new Document("_id", 9_007_199_254_740_992L),
                    new Document("_id", 5_000_000_000L),
                    new Document("_id", 5_000_000_000.5)));

            assertThat(values.find(new Document("_id", 9_007_199_254_740_993L)).first())
                    .isEqualTo(new Document("_id", 9_007_199_254_740_993L));
            assertThat(values.find(new Document("_id", 5_000_000_000.0)).first())
                    .isEqualTo(new Document("_id", 5_000_000_000L));
        }
    }

    @Nested
    class Writing {
        @Test
        void shouldKnowTheOperatorsOfUpdates() {
            MongoCollection<Document> people = people();

            people.updateOne(
                    json("{_id: 'k0'}"),
                    json("{$set: {'o.x': 9}, $inc: {n: 5}, $push: {tags: 'new'}, $unset: {at: 1}, $max: {group: 7}}"));
            people.updateOne(json("{_id: 'k0'}"), json("{$addToSet: {tags: 'new'}, $min: {group: 2}}"));
            people.updateOne(json("{_id: 'k0'}"), json("{$pull: {tags: 'all'}}"));

            assertThat(people.find(json("{_id: 'k0'}")).first())
                    .isEqualTo(json("{_id: 'k0', n: 5, group: 2, name: 'Even0', tags: ['t0', 'new'],"
                            + " o: {x: 9, y: {z: 0}}}"));
        }

        @Test
        void shouldUpdateElementsOfArrays() {
            MongoCollection<Document> people = STORE.fresh();
            people.insertOne(json("{_id: 1, arr: [{a: 1, v: 0}, {a: 2, v: 0}], h: []}"));

            people.updateOne(
                    json("{_id: 1}"),
                    json("{$set: {'arr.$[e].v': 5}, $push: {h: {$each: [3, 1, 2], $sort: 1, $slice: -2}}}"),
                    new UpdateOptions().arrayFilters(List.of(json("{'e.a': 2}"))));
            people.updateMany(json("{_id: {$in: [1]}, 'arr.a': 1}"), json("{$set: {'arr.$.v': 7}}"));

            assertThat(people.find().first()).isEqualTo(json("{_id: 1, arr: [{a: 1, v: 7}, {a: 2, v: 5}], h: [2, 3]}"));
        }

        @Test
        void shouldCountWhatAnUpdateOfManyChanged() {
            MongoCollection<Document> people = people();
            people.createIndex(json("{n: 1}"));

            UpdateResult moved = people.updateMany(json("{n: {$gte: 10}}"), json("{$inc: {n: 1}}"));

            assertThat(moved.getModifiedCount()).isEqualTo(10);
            assertThat(count(people, "{n: 20}")).isEqualTo(1);
            assertThat(people.updateMany(json("{n: 99}"), json("{$set: {a: 1}}"))
                            .getMatchedCount())
                    .isZero();
            assertThat(people.deleteMany(json("{n: {$gte: 10}}")).getDeletedCount())
                    .isEqualTo(10);
            assertThat(people.countDocuments()).isEqualTo(10);
        }

        @Test
        void shouldUpsertAndTellTheId() {
            MongoCollection<Document> people = STORE.fresh();

            Document counter = people.findOneAndUpdate(
                    json("{_id: 'c'}"),
                    json("{$inc: {seq: 1}, $setOnInsert: {born: 1}}"),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            UpdateResult replaced =
                    people.replaceOne(json("{_id: 'r'}"), json("{n: 1}"), new ReplaceOptions().upsert(true));

            assertThat(counter).isEqualTo(json("{_id: 'c', seq: 1, born: 1}"));
            assertThat(replaced.getUpsertedId().asString().getValue()).isEqualTo("r");
            assertThat(people.findOneAndUpdate(
                            json("{_id: 'none'}"),
                            json("{$set: {a: 1}}"),
                            new FindOneAndUpdateOptions().projection(json("{a: 1}"))))
                    .isNull();
        }

        @Test
        void shouldCountOnlyWhatAnUnorderedInsertStored() {
            MongoCollection<Document> people = people();

            assertThatThrownBy(() -> people.insertMany(
                            List.of(json("{_id: 'k1'}"), json("{_id: 'n1'}"), json("{_id: 'k2'}"), json("{_id: 'n2'}")),
                            new InsertManyOptions().ordered(false)))
                    .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                        assertThat(e.getWriteErrors())
                                .extracting(error -> error.getIndex(), error -> error.getCode())
                                .containsExactly(tuple(0, 11000), tuple(2, 11000));
                        assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                    });
        }

        @Test
        void shouldStopAnOrderedBulkAtItsFirstError() {
            MongoCollection<Document> people = people();
            people.createIndex(json("{n: 1}"), new IndexOptions().unique(true));

            assertThatThrownBy(() -> people.bulkWrite(List.of(
                            new UpdateOneModel<>(json("{_id: 'k1'}"), json("{$set: {n: 2}}")),
                            new UpdateOneModel<>(json("{_id: 'k1'}"), json("{$set: {n: 100}}")))))
                    .isInstanceOf(MongoBulkWriteException.class);

            assertThat(count(people, "{n: 100}")).isZero();
        }

        @Test
        void shouldDoAMixedBulk() {
            BulkWriteResult result = STORE.fresh()
                    .bulkWrite(List.of(
                            new InsertOneModel<>(json("{_id: 'b1'}")),
                            new UpdateOneModel<>(json("{_id: 'b1'}"), json("{$set: {x: 1}}")),
                            new UpdateOneModel<>(
                                    json("{_id: 'b2'}"), json("{$set: {x: 1}}"), new UpdateOptions().upsert(true)),
                            new DeleteOneModel<>(json("{_id: 'b1'}"))));

            assertThat(result.getInsertedCount()).isEqualTo(1);
            assertThat(result.getModifiedCount()).isEqualTo(1);
            assertThat(result.getUpserts()).extracting(u -> u.getIndex()).containsExactly(2);
            assertThat(result.getDeletedCount()).isEqualTo(1);
        }

        @Test
        void shouldRefuseADocumentThatGrowsTooLargeAndKeepTheOldOne() {
            MongoCollection<Document> people = STORE.fresh();
            String half = "x".repeat(9 << 20);
            people.insertOne(new Document("_id", 1).append("a", half).append("n", 1));
            people.createIndex(json("{n: 1}"));

            assertThatThrownBy(() -> people.updateOne(
                            json("{_id: 1}"), new Document("$set", new Document("b", half).append("n", 2))))
                    .hasMessageContaining("larger than");

            assertThat(people.find(json("{n: 1}")).projection(json("{_id: 1}")).first())
                    .isEqualTo(json("{_id: 1}"));
            assertThat(people.find(json("{n: 2}")).first()).isNull();
        }

        @Test
        void shouldRefuseUpdatesByPipelineInPlainWords() {
            assertThatThrownBy(() -> people().updateOne(json("{_id: 'k1'}"), List.of(json("{$set: {a: 1}}"))))
                    .hasMessageContaining("not supported by the embedded store");
        }
    }

    @Nested
    class Aggregating {
        @Test
        void shouldRunTheUsualStages() {
            MongoCollection<Document> people = people();

            assertThat(all(people.aggregate(List.of(
                            json("{$match: {n: {$gt: 1}}}"),
                            json("{$group: {_id: '$group', n: {$sum: 1}, most: {$max: '$n'}}}"),
                            json("{$sort: {_id: 1}}")))))
                    .containsExactly(
                            json("{_id: 0, n: 6, most: 18}"),
                            json("{_id: 1, n: 6, most: 19}"),
                            json("{_id: 2, n: 6, most: 17}"));
            assertThat(all(people.aggregate(List.of(json("{$unwind: '$tags'}"), json("{$sortByCount: '$tags'}")))))
                    .first()
                    .isEqualTo(json("{_id: 'all', count: 20}"));
            assertThat(all(people.aggregate(List.of(json("{$facet: {total: [{$count: 'n'}], page: [{$sort: {n:"
                            + " -1}}, {$limit: 2}, {$project: {n: 1}}]}}")))))
                    .containsExactly(json("{total: [{n: 20}], page: [{_id: 'k19', n: 19}, {_id: 'k18', n: 18}]}"));
        }

        @Test
        void shouldLookUpMergeAndWriteOut() {
            MongoCollection<Document> people = people();
            String from = people.getNamespace().getCollectionName();

            assertThat(all(people.aggregate(List.of(
                            json("{$match: {_id: 'k3'}}"),
                            new Document(
                                    "$lookup",
                                    new Document("from", from)
                                            .append("localField", "_id")
                                            .append("foreignField", "_id")
                                            .append("as", "same"))))))
                    .singleElement()
                    .satisfies(
                            d -> assertThat(d.getList("same", Document.class)).hasSize(1));
            all(people.aggregate(List.of(json("{$match: {n: {$lt: 5}}}"), json("{$out: 'written'}"))));
            all(people.aggregate(List.of(json("{$project: {n: 1}}"), json("{$merge: {into: 'written'}}"))));
            assertThat(STORE.database().getCollection("written").countDocuments())
                    .isEqualTo(20);
        }

        @Test
        void shouldReadALargeAggregationInBatches() {
            assertThat(all(people().aggregate(List.of(json("{$unwind: '$tags'}")))
                            .batchSize(3)))
                    .hasSize(40);
        }
    }
}
