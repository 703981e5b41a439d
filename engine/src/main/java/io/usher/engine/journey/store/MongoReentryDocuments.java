package io.usher.engine.journey.store;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.journey.internal.dispatch.ReentryDocuments;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.words.EarlierSentence;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.ReasonForm;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code reentry}: _id = hash of the scope; found by _id only. */
@Component
class MongoReentryDocuments implements ReentryDocuments {

    private final Mongo mongo;

    MongoReentryDocuments(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Row> read(String scope) {
        return Mono.from(collection().find(Filters.eq("_id", scope))).map(MongoReentryDocuments::row);
    }

    @Override
    public Mono<Boolean> write(String scope, @Nullable Row before, Row after) {
        var document = document(scope, after);
        if (before == null) {
            return Mono.from(collection().insertOne(document))
                    .map(result -> true)
                    .onErrorResume(Failures::duplicateKey, taken -> Mono.just(false));
        }
        var unchanged = Filters.and(Filters.eq("_id", scope), Filters.eq("n", before.n()));
        return Mono.from(collection().replaceOne(unchanged, document)).map(result -> result.getMatchedCount() == 1);
    }

    private MongoCollection<Document> collection() {
        return mongo.collection(JourneyCollections.REENTRY);
    }

    private static Document document(String scope, Row row) {
        var reason = row.reason();
        return new Document("_id", scope)
                .append("lastEvent", row.lastEvent().value())
                .append("granted", reason == null)
                .append("reason", reason == null ? null : new Document(ReasonForm.write(reason)))
                .append("code", reason == null ? "" : reason.code())
                .append("text", reason == null ? "" : EarlierSentence.of(reason))
                .append("lastStartedAt", row.lastStartedAt() == null ? null : Date.from(row.lastStartedAt()))
                .append("n", row.n());
    }

    private static Row row(Document document) {
        var started = document.getDate("lastStartedAt");
        return new Row(
                new EventId(document.getString("lastEvent")),
                document.getBoolean("granted") ? null : refusal(document),
                started == null ? null : instant(started),
                document.getLong("n"));
    }

    private static Reason refusal(Document document) {
        return ReasonForm.read(
                document.get("reason", Document.class), document.getString("code"), document.getString("text"));
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }
}
