package io.usher.engine.platform.schema;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.PlatformCollections;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** {@code settings}, _id {@code schema}: version, and of the migration under way after and seen. The version only rises. */
final class Schemas {

    private static final String VERSION = "version";
    private static final String AFTER = "after";
    private static final String SEEN = "seen";

    private final Mongo mongo;
    private final String id;

    Schemas(Mongo mongo, String id) {
        this.mongo = mongo;
        this.id = id;
    }

    /** Data of before there were migrations, and an empty database, are of version 0. */
    Mono<Schema> read() {
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .find(Filters.eq("_id", id))
                        .first())
                .map(Schemas::schema)
                .defaultIfEmpty(Schema.UNKNOWN);
    }

    /** Where this migration has come to; nothing when another engine has brought it to its end meanwhile. */
    Mono<Void> reached(Schema schema) {
        return update(
                schema.version(),
                Updates.combine(Updates.set(AFTER, schema.after()), Updates.set(SEEN, schema.seen())));
    }

    Mono<Void> done(Schema schema) {
        return update(
                schema.version(),
                Updates.combine(Updates.set(VERSION, schema.version() + 1), Updates.unset(AFTER), Updates.unset(SEEN)));
    }

    private Mono<Void> update(int version, Bson update) {
        var same = Filters.and(Filters.eq("_id", id), Filters.eq(VERSION, version));
        // of version 0 there may be no document yet; where the version is another, an insert meets it and is refused
        var options = new UpdateOptions().upsert(version == 0);
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS).updateOne(same, update, options))
                .onErrorResume(Failures::duplicateKey, later -> Mono.empty())
                .then();
    }

    private static Schema schema(Document stored) {
        var after = stored.getString(AFTER);
        var seen = stored.get(SEEN, Number.class);
        return new Schema(
                stored.get(VERSION, Number.class).intValue(),
                after == null ? "" : after,
                seen == null ? 0 : seen.longValue());
    }
}
