package io.usher.engine.message.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.connectors.channel.Content;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * {@code messageBodies}: _id (of the message and of what it says), message, type, data (deflated JSON), at (real time). Written
 * before the message that names it, so that a message is never without; one that no message names is swept.
 */
final class MessageBodies {

    private static final int PAGE = 200;

    private final MongoCollection<Document> bodies;
    private final MongoCollection<Document> messages;

    MessageBodies(MongoCollection<Document> bodies, MongoCollection<Document> messages) {
        this.bodies = bodies;
        this.messages = messages;
    }

    /** Stores it, its time renewed when it is there, and tells its id. */
    Mono<String> keep(MessageId message, Content content, Instant now) {
        var json = BodyForm.json(content);
        var id = Ids.derived("message-body", message.value(), new String(json, StandardCharsets.UTF_8));
        var body = Updates.combine(
                Updates.set("at", Date.from(now)),
                Updates.set("message", message.value()),
                Updates.set("type", BodyForm.type(content)),
                Updates.set("data", new Binary(BodyForm.deflated(json))));
        return Mono.from(bodies.updateOne(eq("_id", id), body, new UpdateOptions().upsert(true)))
                .retryWhen(Retry.max(1).filter(Failures::duplicateKey))
                .thenReturn(id);
    }

    /** Empty when it is no longer stored. */
    Mono<Content> find(String id) {
        return Mono.from(bodies.find(eq("_id", id)).first())
                .map(body -> BodyForm.content(
                        body.getString("type"), body.get("data", Binary.class).getData()));
    }

    /** A page of those from behind this place until then. */
    Mono<List<Document>> page(@Nullable Place after, Instant until) {
        var before = lte("at", Date.from(until));
        return Flux.from(bodies.find(after == null ? before : and(before, after.behind()))
                        .projection(Projections.include("message", "at"))
                        .sort(Sorts.ascending("at", "_id"))
                        .limit(PAGE))
                .collectList();
    }

    /** Deletes those of the page that no message names; how many. */
    Mono<Long> sweep(List<Document> page) {
        var ids =
                page.stream().map(body -> body.getString("message")).distinct().toList();
        return Flux.from(messages.find(in("_id", ids)).projection(Projections.include("body")))
                .mapNotNull(message -> message.getString("body"))
                .collectList()
                .flatMapMany(named -> Flux.fromIterable(page)
                        .filter(body -> !named.contains(body.getString("_id")))
                        .concatMap(this::delete))
                .reduce(0L, Long::sum);
    }

    /** Only as it was read: the message may be stored again at this moment. */
    private Mono<Long> delete(Document body) {
        return Mono.from(bodies.deleteOne(and(eq("_id", body.get("_id")), eq("at", body.get("at")))))
                .map(result -> result.getDeletedCount());
    }

    /** Where a walk has come to. */
    record Place(Date at, String id) {

        static Place of(Document body) {
            return new Place(body.getDate("at"), body.getString("_id"));
        }

        private Bson behind() {
            return and(gte("at", at), or(gt("at", at), and(eq("at", at), gt("_id", id))));
        }
    }
}
