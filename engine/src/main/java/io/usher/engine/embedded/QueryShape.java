package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query without its values: sorted names of fields and operators, then the order. */
final class QueryShape {
    private QueryShape() {}

    static String of(Search search) {
        String shape = of(search.filter());
        Document order = search.order();
        return order == null ? shape : shape + " sort " + order(order);
    }

    private static String order(Document sort) {
        return sort.entrySet().stream()
                .map(field -> field.getKey() + ": " + ((Number) Objects.requireNonNull(field.getValue())).intValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String of(Document document) {
        return new TreeMap<>(document)
                .entrySet().stream().map(QueryShape::part).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String part(Map.Entry<String, @Nullable Object> entry) {
        boolean expression = entry.getKey().equals("$expr");
        return switch (entry.getValue()) {
            case Document inner when isExpression(inner) && !expression -> entry.getKey() + ": " + operators(inner);
            case Collection<?> parts
            when entry.getKey().startsWith("$") && !expression -> entry.getKey() + ": " + branches(parts);
            case null, default -> entry.getKey();
        };
    }

    private static String operators(Document expression) {
        return expression.keySet().stream().sorted().collect(Collectors.joining(" "));
    }

    private static String branches(Collection<?> parts) {
        return parts.stream()
                .map(part -> part instanceof Document document ? of(document) : "?")
                .distinct()
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static boolean isExpression(Document document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }
}
