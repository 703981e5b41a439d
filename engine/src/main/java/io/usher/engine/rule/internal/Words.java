package io.usher.engine.rule.internal;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words what became of one comparison; a comparison that was not made is not told as one that came out false. */
record Words(Rule.Comparison comparison, boolean many, List<Object> left, List<Object> right, Values values) {

    private static final int MAX_LISTED = 5;

    /** {@code deciding} is the value for which the positive operator holds, null when there is none. */
    String text(Operator positive, @Nullable Object deciding) {
        var fact = comparison.fact();
        if (left.isEmpty()) {
            return many ? "there is no " + fact : fact + " is missing";
        }
        if (right.isEmpty()) {
            return Objects.requireNonNullElse(comparison.compare(), "what it is compared with") + " is missing, so "
                    + fact + " cannot be compared with it";
        }
        if (deciding != null) {
            return (many ? "one of " : "") + fact + " is " + timely(positive, deciding) + ", which "
                    + relation(positive, true);
        }
        var misfits = left.stream().map(one -> misfit(positive, one)).toList();
        var other = misfits.stream()
                .flatMap(Optional::stream)
                .filter(misfit -> !misfit.left())
                .findFirst();
        if (other.isPresent()) {
            return comparison.compare() + " is " + Shown.withKind(right.getFirst()) + ", which "
                    + other.get().clause() + ", so " + fact + " (" + Shown.listed(left) + ") is not compared with it";
        }
        return many ? none(positive, misfits) : single(positive, left.getFirst(), misfits.getFirst());
    }

    private String single(Operator positive, Object one, Optional<Misfit> misfit) {
        var said = comparison.fact() + " is ";
        return misfit.isPresent()
                ? said + Shown.withKind(one) + ", which " + misfit.get().clause()
                : said + timely(positive, one) + ", which " + relation(positive, false)
                        + Alike.note(positive, left, right);
    }

    private String none(Operator positive, List<Optional<Misfit>> misfits) {
        var said = "none of " + comparison.fact() + " (" + Shown.listed(left) + ") " + relation(positive, true);
        for (int i = 0; i < left.size(); i++) {
            if (misfits.get(i).isPresent()) {
                return said + "; " + Shown.withKind(left.get(i)) + " "
                        + misfits.get(i).get().clause();
            }
        }
        return said + Alike.note(positive, left, right);
    }

    /** Why this value was compared with none of the others. */
    private Optional<Misfit> misfit(Operator positive, Object one) {
        if (positive == Operator.ONE_OF) {
            return Misfit.of(values, positive, one, right);
        }
        var first = Optional.<Misfit>empty();
        for (var other : right) {
            var misfit = Misfit.of(values, positive, one, other);
            if (misfit.isEmpty()) {
                return misfit;
            }
            first = first.isPresent() ? first : misfit;
        }
        return first;
    }

    private String relation(Operator operator, boolean holds) {
        var other = comparison.compare() == null
                ? right.stream().map(value -> meant(operator, value)).collect(Collectors.joining(", "))
                : comparison.compare() + " (" + Shown.listed(right) + ")";
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

    /** The fact; where times were compared, with the moment that was understood. */
    private String timely(Operator operator, Object value) {
        return right.stream().anyMatch(other -> inTime(operator, value, other))
                ? Shown.time(values, value)
                : Shown.value(value);
    }

    private String meant(Operator operator, Object value) {
        boolean local = left.stream().anyMatch(one -> inTime(operator, one, value))
                && values.written(value).filter(time -> time.isZoneless()).isPresent();
        return local ? Shown.value(value) + " (read in " + values.zone() + ")" : Shown.value(value);
    }

    private boolean inTime(Operator operator, Object one, Object other) {
        return switch (operator) {
            case BEFORE, AFTER -> true;
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
                Values.time(one, values.zone()).isPresent();
            case EQUAL, ONE_OF ->
                !one.equals(other) && Values.time(one, values.zone()).isPresent() && values.equal(one, other);
            case CONTAINS, STARTS_WITH, ENDS_WITH, NOT_EQUAL, NOT_CONTAINS, NOT_ONE_OF, EXISTS, MISSING -> false;
        };
    }

    static String presence(String fact, boolean many, List<Object> values) {
        if (values.isEmpty()) {
            return many ? "there is no " + fact : fact + " is missing";
        }
        if (many) {
            return values.stream().allMatch(Values::empty)
                    ? "every " + fact + " is empty"
                    : fact + " is " + Shown.listed(values);
        }
        var value = values.getFirst();
        return fact + " is " + (value instanceof String text && text.isBlank() ? "an empty text" : Shown.value(value));
    }

    static String tooMany(Rule.Comparison comparison, int left, int right) {
        var other = comparison.compare() == null ? "the choices" : comparison.compare();
        return comparison.fact() + " (" + left + " values) and " + other + " (" + right
                + " values) are too many to compare each with each";
    }

    static String noChoice(Rule.Comparison comparison) {
        return comparison.compare() + " is an empty list, so " + comparison.fact() + " is none of it";
    }

    static String noElement(String list, List<Object> found) {
        if (found.isEmpty()) {
            return list + " is missing";
        }
        var value = found.getFirst();
        return list + " is " + Shown.withKind(value) + (value instanceof List ? "" : ", which is no list");
    }

    static String element(String list, int place, int of, String why) {
        return "element " + place + " of " + of + " in " + list + " fits: " + why;
    }

    static String noneOf(String list, int elements, String first) {
        return elements == 1
                ? "the only element in " + list + " does not fit: " + first
                : "none of the " + elements + " elements in " + list + " fits; the first: " + first;
    }

    static String together(List<String> texts) {
        var shown = new ArrayList<>(texts.subList(0, Math.min(texts.size(), MAX_LISTED)));
        if (texts.size() > MAX_LISTED) {
            shown.add((texts.size() - MAX_LISTED) + " more");
        }
        return String.join(" and ", shown);
    }
}
