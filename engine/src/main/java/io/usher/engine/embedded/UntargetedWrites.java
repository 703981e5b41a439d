package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Counts the writes that look for their documents by something else than the id, by collection and shape: on shards such a write
 * goes to all, and no driver may repeat it.
 */
final class UntargetedWrites {
    private static final int MOST_SHAPES = 1000;

    private final ConcurrentMap<Key, AtomicLong> counts = new ConcurrentHashMap<>();

    private record Key(String namespace, String shape) {}

    /** Looks at a command on this database. */
    void look(String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        filters(name, query)
                .filter(filter -> !targeted(filter))
                .map(filter -> new Key(
                        database + "." + Fields.text(query, command), name + " " + QueryShape.of(Search.of(filter))))
                .filter(key -> counts.size() < MOST_SHAPES || counts.containsKey(key))
                .forEach(key ->
                        counts.computeIfAbsent(key, k -> new AtomicLong()).incrementAndGet());
    }

    private static Stream<Document> filters(String command, Document query) {
        return switch (command) {
            case "update" -> parts(query, "updates").map(each -> Fields.document(each.get("q")));
            case "delete" -> parts(query, "deletes").map(each -> Fields.document(each.get("q")));
            case "findandmodify" -> Stream.of(Fields.document(query.get("query")));
            default -> Stream.empty();
        };
    }

    /** Whether it names the ids of what it changes; not one that it leaves out, nor a range of them. */
    private static boolean targeted(Document filter) {
        Object id = filter.get("_id");
        boolean named = id instanceof Document operators
                ? operators.containsKey("$in") || operators.containsKey("$eq")
                : filter.containsKey("_id");
        return named
                || filter.get("$and") instanceof Collection<?> parts
                        && parts.stream().anyMatch(part -> part instanceof Document document && targeted(document));
    }

    private static Stream<Document> parts(Document query, String field) {
        return query.get(field) instanceof Collection<?> parts
                ? parts.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.empty();
    }

    List<Document> report() {
        return counts.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().namespace + " " + each.getKey().shape))
                .map(UntargetedWrites::line)
                .toList();
    }

    private static Document line(Map.Entry<Key, AtomicLong> each) {
        return new Document("ns", each.getKey().namespace)
                .append("shape", each.getKey().shape)
                .append("count", each.getValue().get());
    }
}
