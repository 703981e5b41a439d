package io.usher.engine.embedded;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The entries of an index within one range, in the index's order or against it; a snapshot of the moment it is opened. */
final class IndexEntries<V> extends LookAhead<IndexEntries.Entry> {

    /** A key of the index and where its document is; {@code stored} when the index holds the document itself. */
    record Entry(Object[] key, Object id, byte @Nullable [] stored) {}

    private final StoredIndex<V> index;
    private final KeyType keys;
    private final boolean reverse;
    private final Object[] limit;
    private final boolean limitInclusive;
    private final Cursor<Object[], V> cursor;

    IndexEntries(StoredIndex<V> index, KeyRange range, boolean reverse) {
        this.index = index;
        this.reverse = reverse;
        MVMap<Object[], V> map = index.map();
        keys = (KeyType) map.getKeyType();
        boolean falling = index.isDescending(range.prefix().length);
        KeyRange.Bound first = falling ? range.high() : range.low();
        KeyRange.Bound last = falling ? range.low() : range.high();
        KeyRange.Bound end = reverse ? first : last;
        limit = end == null ? range.prefix() : KeyType.plus(range.prefix(), end.value());
        limitInclusive = end == null || end.inclusive();
        cursor = map.cursor(start(range.prefix(), reverse ? last : first, reverse), null, reverse);
    }

    /** How many entries of the index stand before the range. */
    static <V> long begin(StoredIndex<V> index, KeyRange range, MVMap<Object[], V> map) {
        KeyRange.Bound bound = index.isDescending(range.prefix().length) ? range.high() : range.low();
        Object[] key = start(range.prefix(), bound, false);
        return key == null ? 0 : rank(map, key);
    }

    /** How many stand before its end. */
    static <V> long end(StoredIndex<V> index, KeyRange range, MVMap<Object[], V> map) {
        KeyRange.Bound bound = index.isDescending(range.prefix().length) ? range.low() : range.high();
        Object[] key = start(range.prefix(), bound, true);
        return key == null ? map.sizeAsLong() : rank(map, key);
    }

    private static <V> long rank(MVMap<Object[], V> map, Object[] key) {
        long index = map.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    private static Object @Nullable [] start(Object[] prefix, KeyRange.@Nullable Bound bound, boolean reverse) {
        if (bound == null) {
            if (prefix.length == 0) {
                return null;
            }
            return reverse ? KeyType.plus(prefix, KeyType.TOP) : prefix;
        }
        Object[] key = KeyType.plus(prefix, bound.value());
        return bound.inclusive() == reverse ? KeyType.plus(key, KeyType.TOP) : key;
    }

    @Override
    @Nullable
    Entry advance() {
        if (!cursor.hasNext()) {
            return null;
        }
        Object[] key = cursor.next();
        int beyond = keys.compareStart(key, limit);
        if (reverse ? beyond < 0 : beyond > 0) {
            return null;
        }
        if (beyond == 0 && !limitInclusive) {
            return null;
        }
        return index.entry(key, cursor.getValue());
    }
}
