package io.usher.engine.message.internal.template;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How values compare: numbers by what they are worth, a text that says a number with numbers only. */
final class Comparison {

    private Comparison() {}

    static boolean holds(@Nullable Object left, String operator, @Nullable Object right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=", "<>" -> !equal(left, right);
            case "contains" -> contains(left, right);
            default -> ordered(left, operator, right);
        };
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        Budget.step();
        if (left instanceof Emptiness emptiness) {
            return emptiness.includes(right);
        }
        if (right instanceof Emptiness emptiness) {
            return emptiness.includes(left);
        }
        if (isNumber(left) || isNumber(right)) {
            var one = Values.number(left);
            var other = Values.number(right);
            return one != null && other != null && one.compareTo(other) == 0;
        }
        if (isText(left) && isText(right)) {
            return sameText(Values.text(left), Values.text(right));
        }
        if (left instanceof Collection<?> one && right instanceof Collection<?> other) {
            return sameElements(one, other);
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            Budget.elements(one.size());
            return one.keySet().equals(other.keySet())
                    && one.entrySet().stream().allMatch(entry -> equal(entry.getValue(), other.get(entry.getKey())));
        }
        return Objects.equals(left, right);
    }

    private static boolean sameText(String left, String right) {
        Budget.characters(Math.min(left.length(), right.length()));
        return left.equals(right);
    }

    private static boolean sameElements(Collection<?> left, Collection<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        var others = right.iterator();
        for (var element : left) {
            if (!equal(element, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(@Nullable Object whole, @Nullable Object part) {
        return switch (whole) {
            case Collection<?> list -> list.stream().anyMatch(element -> equal(element, part));
            case Map<?, ?> map -> map.containsKey(Values.text(part));
            case null -> false;
            default -> part != null && new Needle(Values.text(part)).in(Values.text(whole), 0) >= 0;
        };
    }

    private static boolean ordered(@Nullable Object left, String operator, @Nullable Object right) {
        int order;
        if (isText(left) && isText(right)) {
            order = compareTexts(Values.text(left), Values.text(right));
        } else {
            var one = Values.number(left);
            var other = Values.number(right);
            if (one == null || other == null) {
                return false;
            }
            order = one.compareTo(other);
        }
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** An order in which all values have a place: numbers, texts, all else, nothing. */
    static int order(@Nullable Object left, @Nullable Object right) {
        Budget.step();
        int rank = rank(left);
        if (rank != rank(right)) {
            return Integer.compare(rank, rank(right));
        }
        var one = rank == 0 ? Values.number(left) : null;
        var other = rank == 0 ? Values.number(right) : null;
        return one != null && other != null
                ? one.compareTo(other)
                : compareTexts(Values.text(left), Values.text(right));
    }

    private static int compareTexts(String left, String right) {
        Budget.characters(Math.min(left.length(), right.length()));
        return left.compareTo(right);
    }

    private static int rank(@Nullable Object value) {
        return value == null ? 3 : isNumber(value) ? 0 : isText(value) ? 1 : 2;
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Number;
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String || value instanceof Markup;
    }
}
