package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the documents themselves, which are stored in the order of their ids. */
final class PrimaryIndex extends StoredIndex<byte[]> {
    private final MVMap<Object[], byte[]> documents;

    PrimaryIndex(String name, MVMap<Object[], byte[]> documents) {
        super(name, List.of(new IndexKey("_id", true)), false);
        this.documents = documents;
    }

    @Override
    MVMap<Object[], byte[]> map() {
        return documents;
    }

    @Override
    IndexEntries.Entry entry(Object[] key, byte[] stored) {
        return new IndexEntries.Entry(key, key[0], stored);
    }

    @Override
    boolean isMultikey(int place) {
        return false;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    /** There is nothing to build. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    void checkStorable(Document document, MongoCollection<Object> collection) {
        Object id = idOf(document);
        if (id == null) {
            throw new InvalidIdFieldError("The '_id' value cannot be null in the embedded store");
        }
        if (documents.containsKey(new Object[] {id})) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    /** The last look before other indexes are changed: what is refused after them would leave them wrong. */
    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<Object> collection) {
        for (String field : updated.keySet()) {
            if (field.contains(".")) {
                throw new MongoServerError(57, "DottedFieldName", "the field name '" + field + "' contains a '.'");
            }
        }
        Bson.encode(updated);
    }

    @Override
    public void add(Document document, Object id, MongoCollection<Object> collection) {
        // stored by the collection
    }

    @Override
    public @Nullable Object remove(Document document) {
        return idOf(document);
    }

    @Override
    public void updateInPlace(Document old, Document updated, Object id, MongoCollection<Object> collection) {
        // stored by the collection
    }
}
