package io.usher.engine.platform.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The engine's database. Every collection writes with majority and journal and reads with majority, so that nothing that
 * was decided on can be lost by a failover.
 */
@Component
public class Mongo {

    private final MongoDatabase database;

    Mongo(MongoDatabase database) {
        this.database = database;
    }

    public MongoCollection<Document> collection(String name) {
        return database.getCollection(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    public MongoDatabase database() {
        return database;
    }
}
