package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.internal.DeviceStore;
import io.usher.engine.platform.mongo.Mongo;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code known_devices}: _id (hash of the token), users (who have signed in on it), usedAt. */
@Component
class MongoDeviceStore implements DeviceStore {

    private final MongoCollection<Document> devices;

    MongoDeviceStore(Mongo mongo) {
        this.devices = mongo.collection(AccountCollections.DEVICES);
    }

    @Override
    public Mono<Void> insert(String id, String userId, Instant at) {
        var document = new Document("_id", id)
                .append("schemaVersion", 1)
                .append("users", List.of(userId))
                .append("usedAt", Date.from(at));
        return Mono.from(devices.insertOne(document)).then();
    }

    @Override
    public Mono<Boolean> belongs(String id, String userId, Instant usedAfter) {
        return Mono.from(devices.find(eq("_id", id)).first())
                .map(device -> device.getDate("usedAt").toInstant().isAfter(usedAfter)
                        && device.getList("users", String.class).contains(userId))
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Boolean> add(String id, String userId, Instant at) {
        var used = Updates.combine(Updates.addToSet("users", userId), Updates.set("usedAt", Date.from(at)));
        return Mono.from(devices.updateOne(eq("_id", id), used)).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Void> removeOthers(String userId, String keptId) {
        return Mono.from(devices.updateMany(and(eq("users", userId), ne("_id", keptId)), Updates.pull("users", userId)))
                .then();
    }

    @Override
    public Mono<Void> deleteUnusedSince(Instant time) {
        return Mono.from(devices.deleteMany(lte("usedAt", Date.from(time)))).then();
    }
}
