package io.usher.engine.rule.internal;

import io.usher.engine.rule.Operator;
import io.usher.engine.shared.WrittenTime;
import io.usher.engine.shared.WrittenTime.Form;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How two single values compare; times without zone are meant in {@code zone}. */
record Values(ZoneId zone) {

    /** Short enough that a comparison never expands a huge exponent. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,100}(\\.\\d{0,100})?|\\.\\d{1,100})([eE][+-]?\\d{1,2})?");

    /** Whether the operator, which is neither negative nor alone, holds between the two; of one-of each choice is {@code EQUAL}. */
    boolean holds(Operator operator, Object left, Object right) {
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case GREATER -> ordered(left, right, order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(left, right, order -> order >= 0);
            case LESS -> ordered(left, right, order -> order < 0);
            case LESS_OR_EQUAL -> ordered(left, right, order -> order <= 0);
            case BEFORE -> order(moment(left), moment(right), order -> order < 0);
            case AFTER -> order(moment(left), moment(right), order -> order > 0);
            case CONTAINS -> contains(left, right);
            case STARTS_WITH -> texts(left, right) && lower(left).startsWith(lower(right));
            case ENDS_WITH -> texts(left, right) && lower(left).endsWith(lower(right));
            case ONE_OF, NOT_EQUAL, NOT_CONTAINS, NOT_ONE_OF, EXISTS, MISSING ->
                throw new IllegalArgumentException(operator + " does not compare two values");
        };
    }

    boolean equal(Object left, Object right) {
        if (left instanceof Number || right instanceof Number) {
            return order(number(left), number(right), order -> order == 0);
        }
        if (left instanceof Boolean || right instanceof Boolean) {
            return lower(left).equals(lower(right));
        }
        return left.equals(right) || order(dateTime(left), dateTime(right), order -> order == 0);
    }

    static Optional<BigDecimal> number(Object value) {
        return switch (value) {
            case BigDecimal number -> Optional.of(number);
            case BigInteger number -> Optional.of(new BigDecimal(number));
            case Long number -> Optional.of(BigDecimal.valueOf(number));
            case Integer number -> Optional.of(BigDecimal.valueOf(number));
            case Double number when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number));
            case String text when NUMBER.matcher(text.strip()).matches() -> Optional.of(new BigDecimal(text.strip()));
            default -> Optional.empty();
        };
    }

    /** A text that says a time; a count since 1970 is only a number here. */
    static Optional<WrittenTime> time(Object value, ZoneId zone) {
        return switch (value) {
            case Instant instant -> Optional.of(new WrittenTime(instant, Form.ZONED));
            case String text -> WrittenTime.read(text, zone);
            default -> Optional.empty();
        };
    }

    /** What before and after compare: these expect a time, so a count since 1970 is one. */
    Optional<WrittenTime> written(Object value) {
        return WrittenTime.of(value, zone);
    }

    /** Nothing in it: an empty or blank text, an empty list or object. */
    static boolean empty(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case String text -> text.isBlank();
            case Collection<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private Optional<Instant> moment(Object value) {
        return written(value).map(WrittenTime::at);
    }

    private Optional<Instant> dateTime(Object value) {
        return time(value, zone).filter(time -> time.form() != Form.DATE).map(WrittenTime::at);
    }

    private boolean ordered(Object left, Object right, IntPredicate wanted) {
        var leftNumber = number(left);
        return leftNumber.isPresent()
                ? order(leftNumber, number(right), wanted)
                : order(time(left, zone).map(WrittenTime::at), time(right, zone).map(WrittenTime::at), wanted);
    }

    private boolean contains(Object left, Object right) {
        if (left instanceof List<?> list) {
            return list.stream().anyMatch(each -> each != null && equal(each, right));
        }
        return texts(left, right) && lower(left).contains(lower(right));
    }

    private static boolean texts(Object left, Object right) {
        return left instanceof String && !(right instanceof Collection<?>) && !(right instanceof Map<?, ?>);
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static <T extends Comparable<? super T>> boolean order(
            Optional<T> left, Optional<T> right, IntPredicate wanted) {
        return left.isPresent() && right.isPresent() && wanted.test(left.get().compareTo(right.get()));
    }
}
