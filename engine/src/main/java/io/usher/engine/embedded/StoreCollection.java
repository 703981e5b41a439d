package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A collection over an ordered map of documents. */
final class StoreCollection extends LockedCollection {
    private static final Document ANY = new Document();

    private final MVMap<Object[], byte[]> documents;
    private final StoreParts parts;
    private final Searches searches;

    StoreCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, StoreParts parts) {
        super(database, name, options, cursors);
        this.parts = parts;
        documents = parts.file().documents(getFullName());
        searches = new Searches(new PrimaryIndex("_id_", documents), parts, this::getFullName);
    }

    /** Opens a search; what it finds is a snapshot of its beginning as far as the order of the index goes. */
    Results find(Search search, @Nullable Document projection) {
        UnaryOperator<List<Document>> project = projection == null || projection.isEmpty()
                ? UnaryOperator.identity()
                : batch -> project(batch, projection);
        return reading(() -> {
            StoreFile.Snapshot snapshot = parts.file().snapshot();
            try {
                return new Results(searches.matching(search), readLock(), project, snapshot);
            } catch (RuntimeException e) {
                snapshot.close();
                throw e;
            }
        });
    }

    private List<Document> project(List<Document> batch, Document projection) {
        return matchDocumentsFromStream(ANY, batch.stream(), 0, 0, 0, null, projection)
                .collectDocuments();
    }

    /** Searches for the protocol library's own commands, read as they are iterated; always called with the lock held. */
    @Override
    protected QueryResult queryDocuments(
            @Nullable Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Search search = new Search(query == null ? ANY : query, orderBy, skip, limit);
        return new QueryResult((Iterable<Document>) () -> searches.matching(search));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        boolean wrapped = selector.containsKey("$query");
        boolean wrappedOld = !wrapped && selector.containsKey("query");
        Object filter = wrapped ? selector.get("$query") : wrappedOld ? selector.get("query") : selector;
        Object sort = wrapped ? selector.get("$orderby") : wrappedOld ? selector.get("orderby") : null;
        Search search = new Search(
                Fields.document(filter), (Document) sort, parameters.getNumberToSkip(), parameters.getLimit());
        try (Results results = find(search, parameters.getProjection())) {
            return new QueryResult(results.takeAll());
        }
    }

    @Override
    public Document handleDistinct(Document query) {
        return snapshotting(() -> super.handleDistinct(query));
    }

    @Override
    public int count(Document query, int skip, int limit) {
        return snapshotting(() -> super.count(query, skip, limit));
    }

    /** Counts by a field's values without reading any document; null when no index tells them exactly. */
    @Nullable
    Map<@Nullable String, Long> ranked(Document filter, @Nullable String groups) {
        return reading(() -> RankedCount.of(storedIndexes(), filter, groups));
    }

    private <T> T snapshotting(Supplier<T> work) {
        return reading(() -> {
            try (StoreFile.Snapshot snapshot = parts.file().snapshot()) {
                return work.get();
            }
        });
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return writing(() -> {
            List<Object> ids = ids(new Search(selector, null, 0, Math.max(limit, 0)));
            ids.forEach(id -> super.removeDocument(Objects.requireNonNull(getDocument(id))));
            return ids.size();
        });
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters arrayFilters, boolean many, boolean upsert, Oplog oplog) {
        return writing(() -> {
            boolean each = many && getIdField() != null;
            List<Object> ids = each ? ids(Search.of(selector)) : List.of();
            return each && !(upsert && ids.isEmpty())
                    ? updateEach(ids, selector, update, arrayFilters, oplog)
                    : super.updateDocuments(selector, update, arrayFilters, many, upsert, oplog);
        });
    }

    /** First which, then each: an update may move a document ahead within the index that finds them. */
    private Document updateEach(
            List<Object> ids, Document selector, Document update, ArrayFilters arrayFilters, Oplog oplog) {
        if (update.keySet().stream().anyMatch(key -> !key.startsWith("$"))) {
            throw new MongoServerError(10158, "multi update only works with $ operators");
        }
        int matched = 0;
        int modified = 0;
        for (Object id : ids) {
            Document one = new Document(selector).append(getIdField(), id);
            Document result = super.updateDocuments(one, update, arrayFilters, false, false, oplog);
            matched += Fields.number(result, "n");
            modified += Fields.number(result, "nModified");
        }
        return new Document("n", matched).append("nModified", modified);
    }

    private List<Object> ids(Search search) {
        MemoryLimit memory = MemoryLimit.perCommand();
        List<Object> ids = new ArrayList<>();
        searches.matching(search).forEachRemaining(document -> {
            Object id = positionOf(document);
            memory.take(Bson.roughSize(id));
            ids.add(id);
        });
        return ids;
    }

    private @Nullable Object positionOf(Document document) {
        String idField = getIdField();
        return idField == null
                ? super.findDocumentPosition(document)
                : KeyOrder.keyForm(Utils.getSubdocumentValue(document, idField));
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object id = getIdField() == null ? new ObjectId() : Objects.requireNonNull(positionOf(document));
        documents.put(new Object[] {id}, Bson.encode(document));
        return id;
    }

    @Override
    protected void handleUpdate(Object id, Document old, Document updated) {
        documents.put(new Object[] {id}, Bson.encode(updated));
    }

    @Override
    protected void removeDocument(Object id) {
        if (documents.remove(new Object[] {id}) == null) {
            throw new NoSuchElementException("no document " + id + " in " + getFullName());
        }
    }

    @Override
    protected @Nullable Document getDocument(Object id) {
        byte[] bson = documents.get(new Object[] {id});
        return bson == null ? null : Bson.decode(bson);
    }

    @Override
    protected @Nullable Object findDocumentPosition(Document document) {
        return positionOf(document);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        Cursor<Object[], byte[]> cursor = documents.cursor(null);
        return Searches.stream(cursor).map(key -> new DocumentWithPosition<>(Bson.decode(cursor.getValue()), key[0]));
    }

    @Override
    public void addIndex(Index<Object> index) {
        writing(() -> {
            if (index instanceof FieldIndex fields && fields.isEmpty()) {
                build(fields);
            } else {
                super.addIndex(index);
            }
            searches.use(storedIndexes());
            return null;
        });
    }

    private void build(FieldIndex index) {
        index.map().clear();
        try {
            super.addIndex(index);
            index.built();
        } catch (RuntimeException e) {
            index.map().clear();
            throw e;
        }
    }

    @Override
    public void dropIndex(String name) {
        writing(() -> {
            super.dropIndex(name);
            searches.use(storedIndexes());
            return null;
        });
    }

    private List<StoredIndex<?>> storedIndexes() {
        List<StoredIndex<?>> stored = new ArrayList<>();
        for (Index<Object> index : getIndexes()) {
            if (index instanceof StoredIndex<?> one) {
                stored.add(one);
            }
        }
        return stored;
    }

    /** Tells the indexes that their maps have new names. */
    void renamed() {
        for (Index<Object> index : getIndexes()) {
            if (index instanceof FieldIndex fields) {
                fields.renamed(getFullName());
            }
        }
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.sizeAsLong());
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }
}
