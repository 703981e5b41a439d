package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the searches that no index narrowed, by collection and shape. */
final class FullScans {
    private static final Logger log = LoggerFactory.getLogger(FullScans.class);
    private static final int MOST_SHAPES = 1000;
    private static final int LARGE = 1000;
    private static final long LOG_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ConcurrentMap<Key, Count> counts = new ConcurrentHashMap<>();

    private record Key(String namespace, String shape) {}

    /** One shape's count; each document a scan reads is told to it. */
    static final class Count {
        private final AtomicLong scans = new AtomicLong();
        private final AtomicLong documents = new AtomicLong();
        private final AtomicLong quietUntil = new AtomicLong(System.nanoTime() - 1);
    }

    /** A scan under way. */
    final class Scan {
        private final Key key;
        private final Count count;
        private long read;

        private Scan(Key key, Count count) {
            this.key = key;
            this.count = count;
        }

        void read() {
            count.documents.incrementAndGet();
            if (++read == LARGE + 1) {
                warn();
            }
        }

        private void warn() {
            long now = System.nanoTime();
            long quiet = count.quietUntil.get();
            if (now - quiet > 0 && count.quietUntil.compareAndSet(quiet, now + LOG_EVERY_NANOS)) {
                log.warn("full scan over more than {} documents of {}: {}", LARGE, key.namespace, key.shape);
            }
        }
    }

    Scan begin(String namespace, Search search) {
        Key key = new Key(namespace, QueryShape.of(search));
        if (counts.size() >= MOST_SHAPES && !counts.containsKey(key)) {
            key = new Key(namespace, "(other)");
        }
        Count count = counts.computeIfAbsent(key, k -> new Count());
        count.scans.incrementAndGet();
        return new Scan(key, count);
    }

    List<Document> report() {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().namespace + " " + e.getKey().shape))
                .map(e -> new Document("ns", e.getKey().namespace)
                        .append("shape", e.getKey().shape)
                        .append("count", e.getValue().scans.get())
                        .append("documents", e.getValue().documents.get()))
                .toList();
    }

    void reset() {
        counts.clear();
    }
}
