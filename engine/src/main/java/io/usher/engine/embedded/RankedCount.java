package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import io.usher.engine.embedded.KeyRange.Bound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts without reading: an index knows at which place a key stands, so a range of it holds as many entries as its ends
 * stand apart. Only for queries that an index answers exactly, entry by entry: texts that are fixed or listed in its first fields,
 * then perhaps a range of times, and nothing else; no arrays anywhere in the index.
 */
final class RankedCount {
    private static final int MOST_RANGES = 10_000;
    private static final Bound FIRST_TIME = new Bound(Instant.ofEpochMilli(Long.MIN_VALUE), true);
    private static final Bound LAST_TIME = new Bound(Instant.ofEpochMilli(Long.MAX_VALUE), true);

    private final Map<String, List<String>> fixed = new LinkedHashMap<>();
    private @Nullable String rangedField;
    private Bound low = FIRST_TIME;
    private Bound high = LAST_TIME;

    private RankedCount() {}

    /** Counts by the values of this field (null: all under null), without groups of none; null when no index tells. */
    static @Nullable Map<@Nullable String, Long> of(
            List<StoredIndex<?>> indexes, Document filter, @Nullable String groups) {
        RankedCount count = new RankedCount();
        if (!count.understands(filter) || groups != null && !count.fixed.containsKey(groups)) {
            return null;
        }
        return indexes.stream()
                .filter(count::isAnsweredBy)
                .findFirst()
                .map(index -> count.counted(index, groups))
                .orElse(null);
    }

    private boolean understands(Document filter) {
        return filter.entrySet().stream().allMatch(each -> understands(each.getKey(), each.getValue()));
    }

    private boolean understands(String field, @Nullable Object value) {
        if (field.equals("$and") && value instanceof Collection<?> parts) {
            return parts.stream().allMatch(part -> part instanceof Document document && understands(document));
        }
        if (field.startsWith("$")) {
            return false;
        }
        return switch (value) {
            case String text -> fixed.put(field, List.of(text)) == null;
            case Document operators
            when !operators.isEmpty() ->
                operators.entrySet().stream().allMatch(each -> understands(field, each.getKey(), each.getValue()));
            case null, default -> false;
        };
    }

    private boolean understands(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$in":
                if (!(operand instanceof Collection<?> values)
                        || !values.stream().allMatch(String.class::isInstance)) {
                    return false;
                }
                return fixed.put(
                                field,
                                values.stream()
                                        .map(String.class::cast)
                                        .distinct()
                                        .toList())
                        == null;
            case "$gt", "$gte", "$lt", "$lte":
                return operand instanceof Instant time && bounded(field, operator, time);
            default:
                return false;
        }
    }

    private boolean bounded(String field, String operator, Instant time) {
        Bound bound = new Bound(time, operator.endsWith("e"));
        boolean lower = operator.startsWith("$g");
        boolean first = lower ? low == FIRST_TIME : high == LAST_TIME;
        boolean same = rangedField == null || rangedField.equals(field);
        rangedField = field;
        if (lower) {
            low = bound;
        } else {
            high = bound;
        }
        return first && same;
    }

    /** Every field of the query stands at the front of the index, the ranged one last, and each document has one entry. */
    private boolean isAnsweredBy(StoredIndex<?> index) {
        List<String> fields = index.fields();
        int asked = fixed.size() + (rangedField == null ? 0 : 1);
        if (!(index instanceof FieldIndex) || fixed.isEmpty() || fields.size() < asked) {
            return false;
        }
        for (int i = 0; i < fields.size(); i++) {
            boolean wrong = i < fixed.size()
                    ? !fixed.containsKey(fields.get(i))
                    : i < asked && !fields.get(i).equals(rangedField);
            if (wrong || index.isMultikey(i)) {
                return false;
            }
        }
        return ranges(fields.subList(0, fixed.size())) <= MOST_RANGES && !fixed.containsKey(rangedField);
    }

    private long ranges(List<String> fields) {
        return fields.stream()
                .mapToLong(field -> valuesOf(field).size())
                .reduce(1, (a, b) -> Math.min(a * b, 1L << 31));
    }

    private List<String> valuesOf(String field) {
        return fixed.getOrDefault(field, List.of());
    }

    private Map<@Nullable String, Long> counted(StoredIndex<?> index, @Nullable String groups) {
        List<String> fields = index.fields().subList(0, fixed.size());
        int place = groups == null ? -1 : fields.indexOf(groups);
        List<Object[]> prefixes = List.of(new Object[][] {{}});
        for (String field : fields) {
            List<Object[]> longer = new ArrayList<>();
            prefixes.forEach(prefix -> valuesOf(field).forEach(value -> longer.add(KeyType.plus(prefix, value))));
            prefixes = longer;
        }
        Map<@Nullable String, Long> counts = new LinkedHashMap<>();
        for (Object[] prefix : prefixes) {
            long count = index.count(
                    rangedField == null ? new KeyRange(prefix, null, null) : new KeyRange(prefix, low, high));
            if (count > 0) {
                counts.merge(place < 0 ? null : (String) prefix[place], count, Long::sum);
            }
        }
        return counts;
    }
}
