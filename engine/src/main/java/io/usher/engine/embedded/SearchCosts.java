package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the index entries that searches examine and the documents that they return, by collection and shape. */
final class SearchCosts {
    private static final int MOST_SHAPES = 2000;

    private final ConcurrentMap<Key, Cost> costs = new ConcurrentHashMap<>();

    private record Key(String namespace, String shape) {}

    /** One shape's sums, and its search with the most entries beyond what it returned. */
    private static final class Cost {
        private long searches;
        private long entries;
        private long returned;
        private long worstEntries;
        private long worstReturned;

        synchronized void began() {
            searches++;
        }

        synchronized void add(long moreEntries, long moreReturned) {
            entries += moreEntries;
            returned += moreReturned;
        }

        synchronized void ended(long itsEntries, long itsReturned) {
            if (itsEntries - itsReturned > worstEntries - worstReturned) {
                worstEntries = itsEntries;
                worstReturned = itsReturned;
            }
        }

        synchronized Document report(Key key) {
            return new Document("ns", key.namespace)
                    .append("shape", key.shape)
                    .append("searches", searches)
                    .append("entries", entries)
                    .append("returned", returned)
                    .append("worstEntries", worstEntries)
                    .append("worstReturned", worstReturned);
        }
    }

    /** One search under way; one that is left before its end counts as far as it came, but never as the worst. */
    static final class Meter {
        private final Cost cost;
        private long entries;
        private long told;
        private long returned;

        private Meter(Cost cost) {
            this.cost = cost;
        }

        void examined() {
            entries++;
        }

        void returned() {
            returned++;
            tell(1);
        }

        void ended() {
            tell(0);
            cost.ended(entries, returned);
        }

        private void tell(long more) {
            cost.add(entries - told, more);
            told = entries;
        }
    }

    Meter begin(String namespace, Search search) {
        Key key = new Key(namespace, QueryShape.of(search));
        if (costs.size() >= MOST_SHAPES && !costs.containsKey(key)) {
            key = new Key(namespace, "(other)");
        }
        Cost cost = costs.computeIfAbsent(key, k -> new Cost());
        cost.began();
        return new Meter(cost);
    }

    List<Document> report() {
        return costs.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().namespace + " " + e.getKey().shape))
                .map(e -> e.getValue().report(e.getKey()))
                .toList();
    }

    void reset() {
        costs.clear();
    }
}
