package io.usher.engine.platform.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The engine's database. Every read ends after {@code usher.mongo.read-limit}. Every collection writes with majority and journal and reads with majority from the primary, whatever
 * the URI says, so that nothing that was decided on can be lost by a failover. A majority that is not there is waited for as
 * long as the URI's {@code wtimeoutMS} says, else 10 seconds; then the write is not acknowledged, and may be there or not.
 */
@Component
public class Mongo {

    private static final int WAIT_SECONDS = 10;

    private final MongoDatabase database;
    private final Map<String, MongoCollection<Document>> collections;

    Mongo(MongoDatabase database, List<CollectionPlan> plans, MongoProperties properties) {
        this.database = database;
        var majority = majority(database);
        this.collections = plans.stream()
                .flatMap(plan -> plan.collections().stream())
                .map(CollectionSpec::name)
                .collect(Collectors.toUnmodifiableMap(
                        name -> name,
                        name -> TimedReads.of(collection(database, name, majority), properties.readLimit())));
    }

    private static WriteConcern majority(MongoDatabase database) {
        var wait = database.getWriteConcern().getWTimeout(TimeUnit.MILLISECONDS);
        return WriteConcern.MAJORITY
                .withJournal(true)
                .withWTimeout(
                        wait == null || wait == 0 ? TimeUnit.SECONDS.toMillis(WAIT_SECONDS) : wait,
                        TimeUnit.MILLISECONDS);
    }

    private static MongoCollection<Document> collection(MongoDatabase database, String name, WriteConcern majority) {
        return database.getCollection(name)
                .withWriteConcern(majority)
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    /** A collection that a {@link CollectionPlan} declares. */
    public MongoCollection<Document> collection(String name) {
        var collection = collections.get(name);
        if (collection == null) {
            throw new IllegalArgumentException("No CollectionPlan declares a collection " + name);
        }
        return collection;
    }

    public MongoDatabase database() {
        return database;
    }
}
