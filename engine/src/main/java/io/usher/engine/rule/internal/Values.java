package io.usher.engine.rule.internal;

import io.usher.engine.rule.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How two single values compare. */
final class Values {

    /** Short enough that a comparison never expands a huge exponent. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,100}(\\.\\d{0,100})?|\\.\\d{1,100})([eE][+-]?\\d{1,2})?");

    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt].{3,40}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Values() {}

    /** Whether the operator, which is neither negative nor alone, holds between the two. */
    static boolean holds(Operator operator, Object left, Object right) {
        return switch (operator) {
            case EQUAL -> equal(left, right);
            case GREATER -> ordered(left, right, order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(left, right, order -> order >= 0);
            case LESS -> ordered(left, right, order -> order < 0);
            case LESS_OR_EQUAL -> ordered(left, right, order -> order <= 0);
            case BEFORE -> inTime(left, right, order -> order < 0);
            case AFTER -> inTime(left, right, order -> order > 0);
            case CONTAINS -> contains(left, right);
            case STARTS_WITH -> bothTexts(left, right) && lower(left).startsWith(lower(right));
            case ENDS_WITH -> bothTexts(left, right) && lower(left).endsWith(lower(right));
            case ONE_OF ->
                right instanceof List<?> list && list.stream().anyMatch(each -> each != null && equal(left, each));
            case NOT_EQUAL, NOT_CONTAINS, NOT_ONE_OF, EXISTS, MISSING ->
                throw new IllegalArgumentException(operator + " does not compare two values");
        };
    }

    static boolean equal(Object left, Object right) {
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

    /** An instant, an ISO date-time with offset or an ISO date (its first moment in UTC). */
    static Optional<Instant> instant(Object value) {
        if (value instanceof String text && DATE.matcher(text.strip()).matches()) {
            return parsed(() ->
                    LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return dateTime(value);
    }

    private static Optional<Instant> dateTime(Object value) {
        return switch (value) {
            case Instant instant -> Optional.of(instant);
            case String text
            when DATE_TIME.matcher(text.strip()).matches() ->
                parsed(() -> OffsetDateTime.parse(text.strip()).toInstant());
            default -> Optional.empty();
        };
    }

    private static boolean ordered(Object left, Object right, IntPredicate wanted) {
        var leftNumber = number(left);
        return leftNumber.isPresent() ? order(leftNumber, number(right), wanted) : inTime(left, right, wanted);
    }

    private static boolean inTime(Object left, Object right, IntPredicate wanted) {
        return order(instant(left), instant(right), wanted);
    }

    private static boolean contains(Object left, Object right) {
        if (left instanceof List<?> list) {
            return list.stream().anyMatch(each -> each != null && equal(each, right));
        }
        return left instanceof String
                && !(right instanceof List<?>)
                && lower(left).contains(lower(right));
    }

    private static boolean bothTexts(Object left, Object right) {
        return left instanceof String && !(right instanceof List<?>);
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static <T extends Comparable<? super T>> boolean order(
            Optional<T> left, Optional<T> right, IntPredicate wanted) {
        return left.isPresent() && right.isPresent() && wanted.test(left.get().compareTo(right.get()));
    }

    private static Optional<Instant> parsed(java.util.function.Supplier<@Nullable Instant> reader) {
        try {
            return Optional.ofNullable(reader.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
