package io.usher.engine.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorts what no index gives in order, within the memory of a command; of a limited search it keeps only the first. */
final class BoundedSort {
    private static final long ROW_OVERHEAD = 64;

    private final List<SortField> fields;
    private final Comparator<Row> order;
    private final MemoryLimit memory = MemoryLimit.perCommand();

    private record Row(@Nullable Object[] key, long arrival, byte[] bson) {
        long size() {
            return ROW_OVERHEAD * key.length + bson.length;
        }
    }

    BoundedSort(Document sort) {
        fields = sort.entrySet().stream()
                .map(each -> new SortField(each.getKey(), ((Number) each.getValue()).intValue() < 0))
                .toList();
        order = this::compare;
    }

    private int compare(Row a, Row b) {
        for (int i = 0; i < fields.size(); i++) {
            int order = fields.get(i).compare(a.key[i], b.key[i]);
            if (order != 0) {
                return order;
            }
        }
        return Long.compare(a.arrival, b.arrival);
    }

    /** @param wanted how many of the first are needed; 0 is all */
    Iterator<Document> sort(Iterator<Matches.Match> matches, long wanted) {
        PriorityQueue<Row> kept = new PriorityQueue<>(wanted > 0 ? order.reversed() : order);
        for (long arrival = 0; matches.hasNext(); arrival++) {
            Row row = row(matches.next(), arrival);
            memory.take(row.size());
            kept.add(row);
            if (wanted > 0 && kept.size() > wanted) {
                memory.release(kept.remove().size());
            }
        }
        return wanted > 0 ? inOrder(kept) : drain(kept);
    }

    private Row row(Matches.Match match, long arrival) {
        @Nullable Object[] key = new @Nullable Object[fields.size()];
        for (int i = 0; i < key.length; i++) {
            SortField field = fields.get(i);
            key[i] = field.keyOf(Utils.getSubdocumentValueCollectionAware(match.document(), field.name()));
        }
        return new Row(key, arrival, match.bson());
    }

    private Iterator<Document> inOrder(PriorityQueue<Row> kept) {
        List<Row> rows = new ArrayList<>(kept);
        rows.sort(order);
        return rows.stream().map(row -> Bson.decode(row.bson)).iterator();
    }

    private static Iterator<Document> drain(PriorityQueue<Row> kept) {
        return new LookAhead<>() {
            @Override
            @Nullable
            Document advance() {
                Row row = kept.poll();
                return row == null ? null : Bson.decode(row.bson);
            }
        };
    }
}
