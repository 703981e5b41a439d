package io.usher.engine.job.store;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.job.JobKind.Worked;
import io.usher.engine.job.internal.JobFiles;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code jobPieces}, _id = job:page. */
@Component
class MongoJobFiles implements JobFiles {

    private static final int DELETED_AT_ONCE = 500;

    private final MongoCollection<Document> pieces;

    MongoJobFiles(Mongo mongo) {
        this.pieces = mongo.collection(JobCollections.PIECES);
    }

    @Override
    public Mono<Worked> keep(String job, int page, Worked worked) {
        var piece = new Document("_id", id(job, page))
                .append("next", worked.next())
                .append("done", worked.done())
                .append("counts", new Document(new HashMap<>(worked.counts())))
                .append("data", new Binary(worked.output()));
        return Mono.from(pieces.insertOne(piece))
                .map(inserted -> worked)
                .onErrorResume(Failures::duplicateKey, first -> find(job, page).map(MongoJobFiles::worked));
    }

    private Mono<Document> find(String job, int page) {
        return Mono.from(pieces.find(Filters.eq("_id", id(job, page))).first());
    }

    private static Worked worked(Document piece) {
        var counts = new HashMap<String, Long>();
        piece.get("counts", new Document()).forEach((name, count) -> counts.put(name, ((Number) count).longValue()));
        return new Worked(piece.getString("next"), piece.getLong("done"), counts, data(piece));
    }

    @Override
    public Flux<byte[]> read(String job, int pieces) {
        return Flux.range(0, pieces)
                .concatMap(
                        page -> find(job, page)
                                .switchIfEmpty(Mono.error(() ->
                                        new IllegalStateException("Piece " + page + " of job " + job + " is gone"))),
                        1)
                .map(MongoJobFiles::data);
    }

    @Override
    public Mono<Void> delete(String job, int pages) {
        return Flux.fromStream(IntStream.range(0, pages).mapToObj(page -> id(job, page)))
                .buffer(DELETED_AT_ONCE)
                .concatMap(ids -> pieces.deleteMany(Filters.in("_id", ids)))
                .then();
    }

    private static byte[] data(Document piece) {
        return piece.get("data", Binary.class).getData();
    }

    private static String id(String job, int page) {
        return job + ":" + page;
    }
}
