package io.usher.engine.rule.internal;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words what became of one comparison. */
record Words(Rule.Comparison comparison, boolean many, List<Object> left, List<Object> right) {

    private static final int MAX_TEXT = 60;
    private static final int MAX_LISTED = 5;

    /** {@code deciding} is the value for which the positive operator holds, null when there is none. */
    String text(Operator positive, @Nullable Object deciding) {
        var fact = comparison.fact();
        if (left.isEmpty()) {
            return many ? "there is no " + fact : fact + " is missing";
        }
        if (comparison.compare() != null && right.isEmpty()) {
            return comparison.compare() + " is missing, so " + fact + " cannot be compared with it";
        }
        if (deciding != null) {
            return (many ? "one of " : "") + fact + " is " + show(deciding) + ", which " + relation(positive, true);
        }
        if (many) {
            return "none of " + fact + " (" + listed(left) + ") " + relation(positive, true);
        }
        return fact + " is " + show(left.getFirst()) + ", which " + relation(positive, false);
    }

    private String relation(Operator operator, boolean holds) {
        var other = comparison.compare() == null
                ? right.stream().map(Words::show).collect(Collectors.joining(", "))
                : comparison.compare() + " (" + listed(right) + ")";
        return switch (operator) {
            case CONTAINS -> (holds ? "contains " : "does not contain ") + other;
            case STARTS_WITH -> (holds ? "starts with " : "does not start with ") + other;
            case ENDS_WITH -> (holds ? "ends with " : "does not end with ") + other;
            case EQUAL -> is(holds) + "equal to " + other;
            case GREATER -> is(holds) + "greater than " + other;
            case GREATER_OR_EQUAL -> is(holds) + "greater than or equal to " + other;
            case LESS -> is(holds) + "less than " + other;
            case LESS_OR_EQUAL -> is(holds) + "less than or equal to " + other;
            case ONE_OF -> is(holds) + "one of " + other;
            case BEFORE -> is(holds) + "before " + other;
            case AFTER -> is(holds) + "after " + other;
            case NOT_EQUAL, NOT_CONTAINS, NOT_ONE_OF, EXISTS, MISSING ->
                throw new IllegalArgumentException(operator + " is told by what it denies");
        };
    }

    private static String is(boolean holds) {
        return holds ? "is " : "is not ";
    }

    static String presence(String fact, List<Object> values) {
        return values.isEmpty() ? fact + " is missing" : fact + " is " + listed(values);
    }

    static String together(List<String> texts) {
        var text = texts.stream().limit(MAX_LISTED).collect(Collectors.joining(" and "));
        return texts.size() > MAX_LISTED ? text + " and " + (texts.size() - MAX_LISTED) + " more" : text;
    }

    private static String listed(Collection<?> values) {
        var text = values.stream().limit(MAX_LISTED).map(Words::show).collect(Collectors.joining(", "));
        return values.size() > MAX_LISTED ? text + " and " + (values.size() - MAX_LISTED) + " more" : text;
    }

    private static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> '"' + shortened(text) + '"';
            case BigDecimal number -> Math.abs(number.scale()) > MAX_TEXT ? number.toString() : number.toPlainString();
            case List<?> list -> listed(list);
            case Map<?, ?> map -> "an object with " + map.size() + " fields";
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
    }
}
