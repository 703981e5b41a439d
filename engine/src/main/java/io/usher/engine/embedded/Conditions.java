package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.usher.engine.embedded.Condition.Between;
import io.usher.engine.embedded.Condition.Equal;
import io.usher.engine.embedded.Condition.OneOf;
import io.usher.engine.embedded.KeyRange.Bound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The conditions of a query by field. Only what narrows a search is kept: any superset of the matches is good. */
final class Conditions {
    private final Map<String, Condition> byField = new HashMap<>();

    private Conditions() {}

    /**
     * The alternatives of a query: one for each branch of its first {@code $or}, each with the conditions around it; one
     * alternative when there is no {@code $or}.
     */
    static List<Conditions> alternatives(Document query) {
        List<Document> branches = firstOr(query);
        if (branches.isEmpty()) {
            return List.of(of(query, null));
        }
        return branches.stream().map(branch -> of(query, branch)).toList();
    }

    private static Conditions of(Document query, @Nullable Document branch) {
        Conditions conditions = new Conditions();
        conditions.addAll(query);
        if (branch != null) {
            conditions.addAll(branch);
        }
        return conditions;
    }

    @Nullable
    Condition on(String field) {
        return byField.get(field);
    }

    /** Whether the field has one fixed value. */
    boolean fixes(String field) {
        return byField.get(field) instanceof Equal;
    }

    private static List<Document> firstOr(Document query) {
        if (query.get("$or") instanceof Collection<?> branches) {
            return documents(branches);
        }
        if (query.get("$and") instanceof Collection<?> parts) {
            for (Document part : documents(parts)) {
                List<Document> branches = firstOr(part);
                if (!branches.isEmpty()) {
                    return branches;
                }
            }
        }
        return List.of();
    }

    private static List<Document> documents(Collection<?> values) {
        List<Document> documents = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Document document) {
                documents.add(document);
            }
        }
        return documents;
    }

    private void addAll(Document query) {
        query.forEach((field, value) -> {
            if (field.equals("$and") && value instanceof Collection<?> parts) {
                documents(parts).forEach(this::addAll);
            } else if (!field.startsWith("$")) {
                addField(field, value);
            }
        });
    }

    private void addField(String field, @Nullable Object value) {
        if (value instanceof Document operators && isExpression(operators)) {
            operators.forEach((operator, operand) -> addOperator(field, operator, operand));
        } else if (isPlain(value)) {
            add(field, new Equal(KeyOrder.keyForm(value)));
        }
    }

    private void addOperator(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> {
                if (isPlain(operand)) {
                    add(field, new Equal(KeyOrder.keyForm(operand)));
                }
            }
            case "$in" -> {
                if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isPlain)) {
                    add(field, oneOf(values));
                }
            }
            case "$all" -> {
                if (operand instanceof Collection<?> values
                        && !values.isEmpty()
                        && isPlain(values.iterator().next())) {
                    add(field, new Equal(KeyOrder.keyForm(values.iterator().next())));
                }
            }
            case "$gt", "$gte" -> addBound(field, operand, operator.equals("$gte"), true);
            case "$lt", "$lte" -> addBound(field, operand, operator.equals("$lte"), false);
            case "$exists" -> {
                if (Boolean.TRUE.equals(operand) || operand instanceof Number n && n.doubleValue() != 0) {
                    add(field, new Between(null, null));
                }
            }
            default -> {
                // the matcher decides
            }
        }
    }

    private void addBound(String field, @Nullable Object operand, boolean inclusive, boolean low) {
        if (operand == null || !isPlain(operand)) {
            return;
        }
        Bound bound = new Bound(KeyOrder.keyForm(operand), inclusive);
        add(field, low ? new Between(bound, null) : new Between(null, bound));
    }

    private static OneOf oneOf(Collection<?> values) {
        TreeSet<Object> ordered = new TreeSet<>(KeyOrder::compare);
        values.forEach(value -> ordered.add(KeyOrder.keyForm(value)));
        return new OneOf(new ArrayList<>(ordered));
    }

    /** Of two conditions on one field the sharper one counts; ranges are put together. */
    private void add(String field, Condition condition) {
        byField.merge(field, condition, Conditions::sharper);
    }

    private static Condition sharper(Condition old, Condition added) {
        if (old instanceof Between a && added instanceof Between b) {
            return new Between(b.low() != null ? b.low() : a.low(), b.high() != null ? b.high() : a.high());
        }
        if (old instanceof Equal || added instanceof Between) {
            return old;
        }
        return old instanceof OneOf && added instanceof OneOf ? old : added;
    }

    private static boolean isExpression(Document document) {
        return document.keySet().stream().anyMatch(key -> key.startsWith("$"));
    }

    /** A value that is compared as it is: no operators, no pattern, no whole array. */
    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(value)
                && !(value instanceof Document document && isExpression(document));
    }
}
