package io.usher.engine.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A database: finds, aggregates and keeps its catalogue itself, and leaves the other commands to the library. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    private final StoreParts parts;

    StoreDatabase(String name, CursorRegistry cursors, StoreParts parts) {
        super(name, cursors);
        this.parts = parts;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> find(query, Fields.text(query, command));
            case "aggregate" -> new Pipeline(this, parts, databases, oplog).run(query, query.get(command));
            case "dropindexes" -> dropIndexes(query, Fields.text(query, command));
            case "createindexes" -> {
                IndexRules.check(query);
                yield super.handleCommand(channel, command, query, databases, oplog);
            }
            case "insert" -> WriteAnswers.insert(query, super.handleCommand(channel, command, query, databases, oplog));
            case "update" ->
                WriteAnswers.updateEach(query, one -> super.handleCommand(channel, command, one, databases, oplog));
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private Document find(Document query, String name) {
        StoreCollection collection = collection(name);
        String namespace = getFullCollectionNamespace(name);
        if (collection == null) {
            return new Document(
                            "cursor",
                            new Document("id", 0L).append("ns", namespace).append("firstBatch", List.of()))
                    .append("ok", 1.0);
        }
        int limit = Fields.number(query, "limit");
        if (limit < 0) {
            query.put("singleBatch", true);
        }
        Search search = new Search(
                Fields.document(query.get("filter")),
                (Document) query.get("sort"),
                Fields.number(query, "skip"),
                Math.abs(limit));
        return parts.cursors().first(namespace, query, collection.find(search, (Document) query.get("projection")));
    }

    @Nullable
    StoreCollection collection(String name) {
        return (StoreCollection) resolveCollection(name, false);
    }

    private Document dropIndexes(Document query, String name) {
        StoreCollection collection = collection(name);
        if (collection == null) {
            return new Document("ok", 1.0);
        }
        Object wanted = query.get("index");
        List<Index<Object>> dropped = List.copyOf(collection.getIndexes()).stream()
                .filter(index -> !(index instanceof PrimaryIndex))
                .filter(index -> wanted == null
                        || wanted.equals("*")
                        || wanted.equals(index.getName())
                        || wanted.equals(index.toIndexDescription().get("key")))
                .toList();
        if (dropped.isEmpty() && !"*".equals(wanted)) {
            throw new IndexNotFoundException("index not found with name [" + wanted + "]");
        }
        for (Index<Object> index : dropped) {
            dropIndex(collection, index.getName());
            getOrCreateIndexesCollection()
                    .deleteDocuments(new Document("ns", collection.getFullName()).append("name", index.getName()), 0);
        }
        return new Document("ok", 1.0);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String name) {
        super.dropIndex(collection, name);
        parts.file().dropIndex(collection.getFullName(), name);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        parts.file().dropNamespace(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
        String oldName = collection.getFullName();
        super.moveCollection(from, collection, name);
        parts.file().rename(oldName, collection.getFullName());
        ((StoreCollection) collection).renamed();
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new PrimaryIndex(name, parts.file().documents(getFullCollectionNamespace(collection)));
        }
        return openIndex(collection, name, keys, new FieldIndex.Kind(true, sparse));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return openIndex(collection, name, keys, new FieldIndex.Kind(false, sparse));
    }

    private FieldIndex openIndex(String collection, String name, List<IndexKey> keys, FieldIndex.Kind kind) {
        String namespace = getFullCollectionNamespace(collection);
        boolean[] descending = new boolean[keys.size()];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = !keys.get(i).isAscending();
        }
        return new FieldIndex(
                name,
                keys,
                kind,
                parts.file().entries(namespace, name, descending),
                parts.file().state(namespace, name));
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoreCollection(this, name, options, cursorRegistry, parts);
    }

    @Override
    protected long getStorageSize() {
        return parts.file().size();
    }

    @Override
    protected long getFileSize() {
        return parts.file().size();
    }
}
