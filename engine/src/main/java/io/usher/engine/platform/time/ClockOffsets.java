package io.usher.engine.platform.time;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.PlatformCollections;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The offset of a controlled clock ({@code settings}, _id {@code clock}) and what each engine says it has applied
 * ({@code clock_reports}: _id, offsetMillis, at).
 */
@Component
@ConditionalOnProperty("usher.platform.controlled-clock")
class ClockOffsets {

    private static final String CLOCK = "clock";
    private static final String OFFSET = "offsetMillis";
    private static final String REPORTS = ClockCollections.REPORTS;

    private final Mongo mongo;

    ClockOffsets(Mongo mongo) {
        this.mongo = mongo;
    }

    Mono<Duration> read() {
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .find(eq("_id", CLOCK))
                        .first())
                .map(ClockOffsets::offset)
                .defaultIfEmpty(Duration.ZERO);
    }

    /** Moves the offset forward and answers where it is now. */
    Mono<Duration> add(Duration step) {
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .findOneAndUpdate(eq("_id", CLOCK), Updates.inc(OFFSET, step.toMillis()), options))
                .map(ClockOffsets::offset);
    }

    Mono<Void> report(String instance, Duration applied, Instant at) {
        var report = Updates.combine(Updates.set(OFFSET, applied.toMillis()), Updates.set("at", Date.from(at)));
        return Mono.from(mongo.collection(REPORTS)
                        .updateOne(eq("_id", instance), report, new UpdateOptions().upsert(true)))
                .then();
    }

    Mono<Void> withdraw(String instance) {
        return Mono.from(mongo.collection(REPORTS).deleteOne(eq("_id", instance)))
                .then();
    }

    /** Whether every engine that reported after {@code since} has applied this offset or a later one. */
    Mono<Boolean> appliedByAll(Duration offset, Instant since) {
        return Flux.from(mongo.collection(REPORTS).find(gt("at", Date.from(since))))
                .all(report -> offset(report).compareTo(offset) >= 0);
    }

    private static Duration offset(Document document) {
        return Duration.ofMillis(document.get(OFFSET, Number.class).longValue());
    }
}
