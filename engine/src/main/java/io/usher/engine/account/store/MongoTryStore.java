package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.internal.TryStore;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code sign_in_tries}: _id (account, device or session), at (when its tries are free again). */
@Component
class MongoTryStore implements TryStore {

    private final MongoCollection<Document> tries;

    MongoTryStore(Mongo mongo) {
        this.tries = mongo.collection(AccountCollections.TRIES);
    }

    @Override
    public Mono<Instant> freeAt(String key) {
        return Mono.from(tries.find(eq("_id", key)).first())
                .map(document -> document.getDate("at").toInstant());
    }

    @Override
    public Mono<Boolean> move(String key, @Nullable Instant before, Instant next) {
        return before == null ? begin(key, next) : replace(key, before, next);
    }

    @Override
    public Mono<Void> forgetFree(Instant time) {
        return Mono.from(tries.deleteMany(lte("at", Date.from(time)))).then();
    }

    private Mono<Boolean> begin(String key, Instant next) {
        return Mono.from(tries.insertOne(new Document("_id", key).append("at", Date.from(next))))
                .thenReturn(true)
                .onErrorResume(Failures::duplicateKey, taken -> Mono.just(false));
    }

    private Mono<Boolean> replace(String key, Instant before, Instant next) {
        var unchanged = and(eq("_id", key), eq("at", Date.from(before)));
        return Mono.from(tries.updateOne(unchanged, Updates.set("at", Date.from(next))))
                .map(result -> result.getMatchedCount() == 1);
    }
}
