package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index over an ordered map; the position of a document is its id in key form. */
abstract sealed class StoredIndex<V> extends Index<Object> permits PrimaryIndex, FieldIndex {
    private final List<String> fields;

    StoredIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        fields = keys();
    }

    abstract MVMap<Object[], V> map();

    abstract IndexEntries.Entry entry(Object[] key, V value);

    /** Whether the field at this place of the key holds arrays in some documents. */
    abstract boolean isMultikey(int place);

    final List<String> fields() {
        return fields;
    }

    final boolean holdsOnlyPresent() {
        return isSparse();
    }

    final boolean isDescending(int place) {
        return place < fields.size() && !getKeys().get(place).isAscending();
    }

    final Iterator<IndexEntries.Entry> entries(KeyRange range, boolean reverse) {
        if (isUnique() && range.prefix().length == fields.size()) {
            V value = map().get(range.prefix());
            return value == null
                    ? Collections.emptyIterator()
                    : List.of(entry(range.prefix(), value)).iterator();
        }
        return new IndexEntries<>(this, range, reverse);
    }

    /** How many entries stand in the range: so many would be read if nobody stopped earlier. */
    final long count(KeyRange range) {
        MVMap<Object[], V> map = map();
        return Math.max(0, IndexEntries.end(this, range, map) - IndexEntries.begin(this, range, map));
    }

    static @Nullable Object idOf(Document document) {
        return KeyOrder.keyForm(document.get("_id"));
    }

    @Override
    public final @Nullable Object getPosition(Document document) {
        return idOf(document);
    }

    /** Searches are planned by {@link Planner}, never by the protocol library. */
    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("searches are planned elsewhere");
    }

    @Override
    public final long getCount() {
        return map().sizeAsLong();
    }

    @Override
    public final long getDataSize() {
        return getCount();
    }

    @Override
    public final boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && isUnique() == other.isUnique()
                && Objects.equals(
                        toIndexDescription().get("key"),
                        other.toIndexDescription().get("key"));
    }

    @Override
    public void drop() {
        // the database removes the map together with the name
    }

    abstract void checkStorable(Document document, MongoCollection<Object> collection);

    @Override
    public final void checkAdd(Document document, MongoCollection<Object> collection) {
        checkStorable(document, collection);
    }
}
