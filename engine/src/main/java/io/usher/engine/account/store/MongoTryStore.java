package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.internal.TryStore;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.IndexPlan;
import io.usher.engine.platform.mongo.Mongo;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@code sign_in_tries}: _id (user and address), tries, at, blockedUntil. */
@Component
class MongoTryStore implements TryStore, IndexPlan {

    private static final Retry ONCE_MORE =
            Retry.max(1).filter(Failures::duplicateKey).onRetryExhaustedThrow((retry, signal) -> signal.failure());
    private static final String TRIES = "sign_in_tries";

    private final MongoCollection<Document> tries;

    MongoTryStore(Mongo mongo) {
        this.tries = mongo.collection(TRIES);
    }

    @Override
    public List<IndexSpec> indexes() {
        return List.of(IndexSpec.on(TRIES, "at"));
    }

    /** A blocked key does not match, so the upsert collides with it: that is how it is told from a new one. */
    @Override
    public Mono<Integer> count(String key, Instant now) {
        var free = and(eq("_id", key), lte("blockedUntil", Date.from(now)));
        var oneMore = Updates.combine(
                Updates.inc("tries", 1),
                Updates.set("at", Date.from(now)),
                Updates.setOnInsert("blockedUntil", Date.from(Instant.EPOCH)));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(tries.findOneAndUpdate(free, oneMore, options))
                .retryWhen(ONCE_MORE)
                .map(document -> document.getInteger("tries"))
                .onErrorComplete(Failures::duplicateKey);
    }

    @Override
    public Mono<Boolean> block(String key, int count, Instant until) {
        var unchanged = and(eq("_id", key), eq("tries", count));
        return Mono.from(tries.updateOne(unchanged, Updates.set("blockedUntil", Date.from(until))))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Instant> blockedUntil(String key) {
        return Mono.from(tries.find(eq("_id", key)).first())
                .map(document -> document.getDate("blockedUntil").toInstant());
    }

    @Override
    public Mono<Void> forget(String key) {
        return Mono.from(tries.deleteOne(eq("_id", key))).then();
    }

    @Override
    public Mono<Void> forgetOlderThan(Instant time) {
        return Mono.from(tries.deleteMany(lte("at", Date.from(time)))).then();
    }
}
