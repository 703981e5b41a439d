package io.usher.engine.embedded;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An aggregation: its first stages become a search, the others read what that finds, within the memory of a command. */
final class Pipeline {
    private final StoreDatabase database;
    private final StoreParts parts;
    private final DatabaseResolver databases;
    private final Oplog oplog;

    Pipeline(StoreDatabase database, StoreParts parts, DatabaseResolver databases, Oplog oplog) {
        this.database = database;
        this.parts = parts;
        this.databases = databases;
        this.oplog = oplog;
    }

    Document run(Document command, @Nullable Object source) {
        List<Document> stages = Aggregation.parse(command.get("pipeline"));
        StoreCollection collection = source instanceof String name ? database.collection(name) : null;
        Aggregation.fromPipeline(stages, databases, database, collection, oplog).validate(command);
        List<Document> result = collection == null ? List.of() : results(collection, new ArrayList<>(stages));
        Results results = new Results(result.iterator(), new ReentrantLock(), UnaryOperator.identity(), null);
        return parts.cursors().first(database.getDatabaseName() + "." + source, command, results);
    }

    private List<Document> results(StoreCollection collection, List<Document> stages) {
        Search search = leadingSearch(stages);
        List<Document> counted = search.skip() == 0 ? counted(collection, search, stages) : null;
        if (counted != null) {
            return rest(collection, stages.subList(1, stages.size()), counted.stream());
        }
        try (Stream<Document> found = collection.find(search, null).stream()) {
            return rest(collection, stages, found);
        }
    }

    private List<Document> rest(StoreCollection collection, List<Document> stages, Stream<Document> input) {
        Stream<Document> documents = input;
        for (Document stage : stages) {
            Stream<Document> bounded = keepsInput(stage) ? bounded(documents) : documents;
            documents = Aggregation.fromPipeline(List.of(stage), databases, database, collection, oplog)
                    .runStagesAsStream(bounded);
        }
        return bounded(documents).toList();
    }

    private static Stream<Document> bounded(Stream<Document> documents) {
        MemoryLimit memory = MemoryLimit.perCommand();
        return documents.peek(document -> memory.take(Bson.roughSize(document)));
    }

    private static boolean keepsInput(Document stage) {
        return switch (stage.keySet().iterator().next()) {
            case "$sort", "$facet", "$bucket", "$sample" -> true;
            case "$group" ->
                stage.toString().contains("$push") || stage.toString().contains("$addToSet");
            default -> false;
        };
    }

    /** Takes leading filters, then an order, a skip and a limit off the stages: a search does them with its indexes. */
    private static Search leadingSearch(List<Document> stages) {
        List<Document> filters = new ArrayList<>();
        Iterator<Document> remaining = stages.iterator();
        Document sort = null;
        int skip = 0;
        int limit = 0;
        int taken = 0;
        while (remaining.hasNext()) {
            Document stage = remaining.next();
            if (stage.get("$match") instanceof Document filter && sort == null && skip == 0 && limit == 0) {
                filters.add(filter);
            } else if (stage.get("$sort") instanceof Document order && sort == null && skip == 0 && limit == 0) {
                sort = order;
            } else if (stage.get("$skip") instanceof Number n && skip == 0 && limit == 0) {
                skip = n.intValue();
            } else if (stage.get("$limit") instanceof Number n && limit == 0 && n.intValue() > 0) {
                limit = n.intValue();
            } else {
                break;
            }
            taken++;
        }
        stages.subList(0, taken).clear();
        return new Search(all(filters), sort, skip, limit);
    }

    private static Document all(List<Document> filters) {
        List<Document> real =
                filters.stream().filter(filter -> !filter.isEmpty()).toList();
        return switch (real.size()) {
            case 0 -> new Document();
            case 1 -> real.getFirst();
            default -> new Document("$and", real);
        };
    }

    /** The rows of a counting first stage, when they can be told without reading documents; null: read. */
    private static @Nullable List<Document> counted(StoreCollection collection, Search search, List<Document> stages) {
        CountStage stage = CountStage.of(stages);
        if (stage == null || search.limit() > 0 && stage.field() != null) {
            return null;
        }
        Map<@Nullable String, Long> counts = search.filter().isEmpty() && stage.field() == null
                ? Collections.singletonMap(null, (long) collection.count())
                : collection.ranked(search.filter(), stage.field());
        return counts == null
                ? null
                : counts.entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .map(each -> stage.row(each.getKey(), search.atMost(each.getValue())))
                        .toList();
    }
}
