package io.usher.engine.event.store;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.event.internal.Positions;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.mongo.Mongo;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One counter document. Taking is acknowledged by the majority before a position is used, so that no failover gives it to a
 * second engine.
 */
@Component
class MongoPositions implements Positions {

    private static final Bson EVENTS = Filters.eq("_id", "events");
    private static final String LAST = "last";

    private final Mongo mongo;

    MongoPositions(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Long> take(int count) {
        var after = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.defer(() -> Mono.from(counters().findOneAndUpdate(EVENTS, Updates.inc(LAST, (long) count), after)))
                .map(counter -> counter.get(LAST, Number.class).longValue())
                .retryWhen(Retry.max(1).filter(Failures::duplicateKey))
                .onErrorMap(MongoException.class, MongoPositions::unavailable);
    }

    private MongoCollection<Document> counters() {
        return mongo.collection(EventCollections.COUNTERS);
    }

    private static UnavailableException unavailable(MongoException cause) {
        return new UnavailableException("The counter of positions is not acknowledged", cause);
    }
}
