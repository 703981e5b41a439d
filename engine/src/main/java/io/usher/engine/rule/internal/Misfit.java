package io.usher.engine.rule.internal;

import io.usher.engine.rule.Operator;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why two values were not compared, so that nobody reads of a comparison that was never made.
 *
 * @param left whether it is the fact that does not fit, else what it is compared with
 * @param clause what is said of that value: that it is no number
 */
record Misfit(boolean left, Reason clause) {

    private static final Sentence NO_NUMBER = Sentence.of("unfit", "no-number");
    private static final Sentence NO_TIME = Sentence.of("unfit", "no-time");
    private static final Sentence NO_TEXT = Sentence.of("unfit", "no-text");
    private static final Sentence NEEDS_CONTAINS = Sentence.of("unfit", "needs-contains");
    private static final Sentence NEEDS_FIELDS = Sentence.of("unfit", "needs-fields");
    private static final Sentence NEEDS_FLAG = Sentence.of("unfit", "needs-flag");
    private static final Sentence NO_FLAG = Sentence.of("unfit", "no-flag");
    private static final Sentence NEITHER_NUMBER_NOR_TIME = Sentence.of("unfit", "neither-number-nor-time");
    private static final Sentence NEITHER_TEXT_NOR_LIST = Sentence.of("unfit", "neither-text-nor-list");
    private static final Sentence NOT_SINGLE = Sentence.of("unfit", "not-single");

    /** Empty when the operator, which is neither negative nor alone, compares the two. */
    static Optional<Misfit> of(Values values, Operator operator, Object left, Object right) {
        return Optional.ofNullable(
                switch (operator) {
                    case EQUAL -> equal(left, right);
                    case ONE_OF -> right instanceof List<?> list ? oneOf(left, list) : equal(left, right);
                    case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> order(values, left, right);
                    case BEFORE, AFTER -> time(values, left, right);
                    case CONTAINS -> contains(left, right);
                    case STARTS_WITH, ENDS_WITH -> left instanceof String ? several(right) : fact(NO_TEXT);
                    case NOT_EQUAL, NOT_CONTAINS, NOT_ONE_OF, EXISTS, MISSING -> null;
                });
    }

    private static @Nullable Misfit equal(Object left, Object right) {
        if (left instanceof List && right instanceof List || left instanceof Map && right instanceof Map) {
            return null;
        }
        if (left instanceof List) {
            return fact(NEEDS_CONTAINS);
        }
        if (left instanceof Map) {
            return fact(NEEDS_FIELDS);
        }
        if (right instanceof List || right instanceof Map) {
            return several(right);
        }
        if (left instanceof Boolean != right instanceof Boolean) {
            return flag(left, right);
        }
        return right instanceof Number && Values.number(left).isEmpty() ? fact(NO_NUMBER) : null;
    }

    private static @Nullable Misfit flag(Object left, Object right) {
        if (left instanceof Boolean) {
            return isFlag(right) ? null : fact(NEEDS_FLAG);
        }
        return isFlag(left) ? null : fact(NO_FLAG);
    }

    private static boolean isFlag(Object value) {
        return value instanceof Boolean
                || value instanceof String text && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
    }

    /** Only when it fits none of them; a list or object that is none of them was meant otherwise. */
    private static @Nullable Misfit oneOf(Object left, List<?> choices) {
        if (left instanceof List || left instanceof Map) {
            return equal(left, "");
        }
        Misfit first = null;
        for (var choice : choices) {
            var misfit = choice == null ? null : equal(left, choice);
            if (misfit == null) {
                return null;
            }
            first = first == null ? misfit : first;
        }
        return first;
    }

    private static @Nullable Misfit order(Values values, Object left, Object right) {
        if (Values.number(right).isPresent()) {
            return Values.number(left).isPresent() ? null : fact(NO_NUMBER);
        }
        if (Values.time(right, values.zone()).isEmpty()) {
            return other(NEITHER_NUMBER_NOR_TIME);
        }
        return Values.time(left, values.zone()).isPresent() ? null : fact(NO_TIME);
    }

    private static @Nullable Misfit time(Values values, Object left, Object right) {
        if (values.written(right).isEmpty()) {
            return other(NO_TIME);
        }
        return values.written(left).isPresent() ? null : fact(NO_TIME);
    }

    private static @Nullable Misfit contains(Object left, Object right) {
        if (left instanceof List) {
            return null;
        }
        return left instanceof String ? several(right) : fact(NEITHER_TEXT_NOR_LIST);
    }

    private static @Nullable Misfit several(Object right) {
        return right instanceof List || right instanceof Map ? other(NOT_SINGLE) : null;
    }

    private static Misfit fact(Sentence clause) {
        return new Misfit(true, clause.with());
    }

    private static Misfit other(Sentence clause) {
        return new Misfit(false, clause.with());
    }
}
