package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** A collection whose reads run side by side and whose writes run alone. */
abstract class LockedCollection extends AbstractMongoCollection<Object> {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    LockedCollection(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    final Lock readLock() {
        return lock.readLock();
    }

    final <T> T reading(Supplier<T> work) {
        return with(lock.readLock(), work);
    }

    final <T> T writing(Supplier<T> work) {
        return with(lock.writeLock(), work);
    }

    private static <T> T with(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Document findAndModify(Document query) {
        return writing(() -> super.findAndModify(query));
    }

    @Override
    public List<Document> insertDocuments(List<Document> added, boolean isOrdered) {
        return writing(() -> super.insertDocuments(added, isOrdered));
    }

    @Override
    public void addDocument(Document document) {
        writing(() -> {
            super.addDocument(document);
            return null;
        });
    }

    @Override
    public void removeDocument(Document document) {
        writing(() -> {
            super.removeDocument(document);
            return null;
        });
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        // not tracked: it would make every write wait for one counter
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
