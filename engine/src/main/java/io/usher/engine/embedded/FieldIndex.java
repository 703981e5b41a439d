package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index over fields. Unique: key = values, entry = id. Not unique: key = values and id, entry empty. */
final class FieldIndex extends StoredIndex<Object[]> {
    private static final Object[] NOTHING = {};

    private final MVMap<Object[], Object[]> entries;
    private final IndexState state;
    private final KeyType order;
    private final boolean unique;

    FieldIndex(String name, List<IndexKey> keys, Kind kind, MVMap<Object[], Object[]> entries, IndexState state) {
        super(name, keys, kind.sparse());
        this.entries = entries;
        this.state = state;
        order = (KeyType) entries.getKeyType();
        unique = kind.unique();
    }

    record Kind(boolean unique, boolean sparse) {}

    @Override
    MVMap<Object[], Object[]> map() {
        return entries;
    }

    @Override
    IndexEntries.Entry entry(Object[] key, Object[] value) {
        return new IndexEntries.Entry(key, unique ? value[0] : key[key.length - 1], null);
    }

    @Override
    boolean isMultikey(int place) {
        return state.isMultikey(place);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    /** A sparse index may be complete and hold nothing, so the number of entries does not tell. */
    @Override
    public boolean isEmpty() {
        return !state.isBuilt();
    }

    void renamed(String namespace) {
        state.renamed(StoreFile.indexMap(namespace, getName()));
    }

    void built() {
        state.built();
    }

    @Override
    void checkStorable(Document document, MongoCollection<Object> collection) {
        checkFree(keysOf(document), StoredIndex.idOf(document), collection);
    }

    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<Object> collection) {
        checkFree(keysOf(updated), idOf(old), collection);
    }

    private void checkFree(Collection<Object[]> keys, @Nullable Object id, MongoCollection<Object> collection) {
        if (!unique) {
            return;
        }
        for (Object[] key : keys) {
            Object[] holder = entries.get(key);
            if (holder != null && KeyOrder.compare(holder[0], id) != 0) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(key));
            }
        }
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        Collection<Object[]> keys = keysOf(document);
        checkFree(keys, id, collection);
        keys.forEach(key -> put(key, id));
    }

    @Override
    public @Nullable Object remove(Document document) {
        Object id = idOf(document);
        keysOf(document).forEach(key -> entries.remove(unique ? key : KeyType.plus(key, id)));
        return id;
    }

    @Override
    public void updateInPlace(Document old, Document updated, Object id, MongoCollection<Object> collection) {
        Collection<Object[]> before = keysOf(old);
        Collection<Object[]> after = keysOf(updated);
        before.stream()
                .filter(key -> !contains(after, key))
                .forEach(key -> entries.remove(unique ? key : KeyType.plus(key, id)));
        after.stream().filter(key -> !contains(before, key)).forEach(key -> put(key, id));
    }

    private boolean contains(Collection<Object[]> keys, Object[] key) {
        return keys.stream().anyMatch(other -> order.compare(other, key) == 0);
    }

    private void put(Object[] key, Object id) {
        if (unique) {
            entries.put(key, new Object[] {id});
        } else {
            entries.put(KeyType.plus(key, id), NOTHING);
        }
    }

    /** The keys of a document: one, or one for each element of an array; none when a sparse index leaves it out. */
    private Collection<Object[]> keysOf(Document document) {
        Object[] key = new Object[fields().size()];
        boolean present = false;
        boolean spread = false;
        for (int i = 0; i < key.length; i++) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, fields().get(i));
            present |= isPresent(value);
            if (value instanceof Collection<?> elements) {
                state.multikey(i);
                spread |= !elements.isEmpty();
                value = null; // an empty array stands in the index as null
            }
            key[i] = KeyOrder.keyForm(value);
        }
        if (holdsOnlyPresent() && !present) {
            return List.of();
        }
        return spread ? spreadKeys(document) : Collections.singletonList(key);
    }

    private Collection<Object[]> spreadKeys(Document document) {
        TreeSet<Object[]> keys = new TreeSet<>(order::compare);
        for (KeyValue values : getKeyValues(document)) {
            List<Object> key = new ArrayList<>();
            values.forEach(value -> key.add(KeyOrder.keyForm(value)));
            keys.add(key.toArray());
        }
        return keys;
    }

    private static boolean isPresent(@Nullable Object value) {
        if (value instanceof Collection<?> elements && !elements.isEmpty()) {
            return !elements.stream().allMatch(Missing.class::isInstance);
        }
        return !(value instanceof Missing);
    }
}
