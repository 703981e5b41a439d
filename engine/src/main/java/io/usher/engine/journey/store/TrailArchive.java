package io.usher.engine.journey.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.platform.mongo.Mongo;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code trail_archive}: lines that no longer fit into the journey, by their number. They are copied before the update that
 * drops them, which asks for the number of lines they were read with; so none is lost, and one that is in both is shown once.
 */
@Component
class TrailArchive {

    private static final int MOST = 2_000;

    private final Mongo mongo;

    TrailArchive(Mongo mongo) {
        this.mongo = mongo;
    }

    Mono<Void> makeRoom(JourneyRecord record, int adding) {
        int dropped = Math.min(record.trail().size(), record.trail().size() + adding - Changes.KEPT_LINES);
        return Flux.fromStream(() -> IntStream.range(0, Math.max(0, dropped)).boxed())
                .concatMap(index -> copy(record, index))
                .then();
    }

    /** The lines before the first one that the journey itself holds, the latest of them. */
    Mono<List<TrailEntry>> before(JourneyRecord record) {
        long first = firstNumber(record);
        if (first == 0) {
            return Mono.just(List.of());
        }
        var journey = record.journey();
        var earlier = Filters.and(
                Filters.eq("workspace", journey.workspace().value()),
                Filters.eq("journey", journey.id().value()),
                Filters.lt("n", first),
                Filters.gte("n", first - MOST));
        return Flux.from(archive().find(earlier).sort(Sorts.ascending("n")))
                .map(JourneyRecordDocuments::line)
                .collectList();
    }

    private Mono<?> copy(JourneyRecord record, int index) {
        Journey journey = record.journey();
        long n = firstNumber(record) + index;
        var id = journey.id() + ":" + n;
        var document = JourneyRecordDocuments.line(record.trail().get(index))
                .append("_id", id)
                .append("workspace", journey.workspace().value())
                .append("journey", journey.id().value())
                .append("n", n);
        return Mono.from(archive().replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true)));
    }

    private static long firstNumber(JourneyRecord record) {
        return record.lines() - record.trail().size();
    }

    private MongoCollection<Document> archive() {
        return mongo.collection(JourneyCollections.ARCHIVE);
    }
}
