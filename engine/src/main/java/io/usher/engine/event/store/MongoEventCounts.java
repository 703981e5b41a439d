package io.usher.engine.event.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.event.internal.CountStore;
import io.usher.engine.event.internal.EventCounts.Bucket;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code eventCounts}: one document for each type and day (UTC), {@code hours.<0..23>} its numbers. */
@Component
class MongoEventCounts implements CountStore {

    private static final String HOURS = "hours";

    private final Mongo mongo;

    MongoEventCounts(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Void> add(Map<Bucket, Long> counts) {
        var writes = counts.entrySet().stream()
                .map(each -> write(each.getKey(), each.getValue()))
                .toList();
        return write(writes).onErrorResume(MongoBulkWriteException.class, e -> onceMore(writes, e));
    }

    private Mono<Void> write(List<? extends WriteModel<Document>> writes) {
        return Mono.from(counts().bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .then();
    }

    /** Another instance made the same documents at the same moment: what was refused is added to them. */
    private Mono<Void> onceMore(List<? extends WriteModel<Document>> writes, MongoBulkWriteException failure) {
        var errors = failure.getWriteErrors();
        if (errors.isEmpty() || !Failures.onlyDuplicateKeys(failure)) {
            return Mono.error(failure);
        }
        return write(errors.stream().map(error -> writes.get(error.getIndex())).toList());
    }

    private static WriteModel<Document> write(Bucket bucket, long count) {
        var day = bucket.hour().truncatedTo(ChronoUnit.DAYS);
        var hour = bucket.hour().atOffset(ZoneOffset.UTC).getHour();
        var id = bucket.workspace().value() + ":" + bucket.type().value() + ":"
                + day.atOffset(ZoneOffset.UTC).toLocalDate();
        var update = Updates.combine(
                Updates.setOnInsert("workspace", bucket.workspace().value()),
                Updates.setOnInsert("type", bucket.type().value()),
                Updates.setOnInsert("day", Date.from(day)),
                Updates.inc(HOURS + "." + hour, count));
        return new UpdateOneModel<>(Filters.eq("_id", id), update, new UpdateOptions().upsert(true));
    }

    @Override
    public Mono<Map<Bucket, Long>> since(WorkspaceId workspace, Collection<EventTypeKey> types, Instant hour) {
        var which = Filters.and(
                Filters.eq("workspace", workspace.value()),
                Filters.in("type", types.stream().map(EventTypeKey::value).toList()),
                Filters.gte("day", Date.from(hour.truncatedTo(ChronoUnit.DAYS))));
        return Flux.from(counts().find(which)).collect(HashMap::new, MongoEventCounts::read);
    }

    private static void read(Map<Bucket, Long> into, Document document) {
        var workspace = new WorkspaceId(document.getString("workspace"));
        var type = new EventTypeKey(document.getString("type"));
        var day = document.getDate("day").toInstant();
        document.get(HOURS, Document.class)
                .forEach((hour, count) -> into.put(
                        new Bucket(workspace, type, day.plus(Long.parseLong(hour), ChronoUnit.HOURS)),
                        ((Number) count).longValue()));
    }

    private MongoCollection<Document> counts() {
        return mongo.collection(EventCollections.COUNTS);
    }
}
