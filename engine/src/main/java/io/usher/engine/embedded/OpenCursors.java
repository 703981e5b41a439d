package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Results that clients have not read to their end. */
final class OpenCursors {
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int FIRST_BATCH = 101;

    private final ConcurrentMap<Long, Open> cursors = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    private record Open(String namespace, Results results, AtomicLong lastUsed) {}

    /** Answers the first batch, and keeps the rest for the client when there is one. */
    Document first(String namespace, Document command, Results results) {
        Integer batchSize = command.get("batchSize") instanceof Number n ? n.intValue() : null;
        if (batchSize == null && command.get("cursor") instanceof Document cursor) {
            batchSize = cursor.get("batchSize") instanceof Number n ? n.intValue() : null;
        }
        List<Document> batch = results.take(batchSize == null ? FIRST_BATCH : batchSize);
        long id = 0;
        if (Boolean.TRUE.equals(command.get("singleBatch"))) {
            results.close();
        } else if (!results.isDone()) {
            id = ids.incrementAndGet();
            cursors.put(id, new Open(namespace, results, new AtomicLong(System.nanoTime())));
        }
        return answer("firstBatch", namespace, batch, id);
    }

    Document next(long id, int batchSize) {
        Open open = cursors.get(id);
        if (open == null) {
            throw new CursorNotFoundException(id);
        }
        open.lastUsed.set(System.nanoTime());
        List<Document> batch = open.results.take(batchSize > 0 ? batchSize : Integer.MAX_VALUE);
        boolean done = open.results.isDone();
        if (done) {
            cursors.remove(id);
        }
        return answer("nextBatch", open.namespace, batch, done ? 0 : id);
    }

    boolean close(long id) {
        Open open = cursors.remove(id);
        if (open != null) {
            open.results.close();
        }
        return open != null;
    }

    void closeIdle() {
        long now = System.nanoTime();
        cursors.forEach((id, open) -> {
            if (now - open.lastUsed.get() > IDLE_NANOS) {
                close(id);
            }
        });
    }

    void closeAll() {
        List.copyOf(cursors.keySet()).forEach(this::close);
    }

    int size() {
        return cursors.size();
    }

    private static Document answer(String batchName, String namespace, Collection<Document> batch, long id) {
        Document cursor = new Document("id", id).append("ns", namespace).append(batchName, batch);
        return new Document("cursor", cursor).append("ok", 1.0);
    }
}
