package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.concurrent.locks.Lock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a search finds, taken in batches while others write in between; holds its snapshot until it ends. */
final class Results implements AutoCloseable {
    private static final long BATCH_BYTES = 16 << 20;
    private static final int STREAM_BATCH = 200;

    private final Iterator<Document> documents;
    private final Lock reading;
    private final UnaryOperator<List<Document>> projection;
    private StoreFile.@Nullable Snapshot snapshot;
    private boolean done;

    Results(
            Iterator<Document> documents,
            Lock reading,
            UnaryOperator<List<Document>> projection,
            StoreFile.@Nullable Snapshot snapshot) {
        this.documents = documents;
        this.reading = reading;
        this.projection = projection;
        this.snapshot = snapshot;
    }

    /** The next documents: at most so many, and not more bytes than fit an answer. */
    synchronized List<Document> take(int most) {
        reading.lock();
        try {
            List<Document> batch = new ArrayList<>();
            long bytes = 0;
            while (batch.size() < most && bytes < BATCH_BYTES && hasMore()) {
                Document document = documents.next();
                bytes += Bson.roughSize(document);
                batch.add(document);
            }
            done = !hasMore();
            return projection.apply(batch);
        } catch (RuntimeException e) {
            done = true;
            throw e;
        } finally {
            reading.unlock();
            if (done) {
                close();
            }
        }
    }

    private boolean hasMore() {
        return !done && documents.hasNext();
    }

    synchronized boolean isDone() {
        return done;
    }

    /** All of them, as long as that fits the memory of a command. */
    List<Document> takeAll() {
        MemoryLimit memory = MemoryLimit.perCommand();
        List<Document> all = new ArrayList<>();
        stream().forEach(document -> {
            memory.take(Bson.roughSize(document));
            all.add(document);
        });
        return all;
    }

    /** Read as it is consumed. */
    Stream<Document> stream() {
        Iterator<Document> iterator = new LookAhead<>() {
            private Iterator<Document> batch = List.<Document>of().iterator();

            @Override
            @Nullable
            Document advance() {
                while (!batch.hasNext() && !isDone()) {
                    batch = take(STREAM_BATCH).iterator();
                }
                return batch.hasNext() ? batch.next() : null;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, 0), false)
                .onClose(this::close);
    }

    @Override
    public synchronized void close() {
        done = true;
        if (snapshot != null) {
            snapshot.close();
            snapshot = null;
        }
    }
}
