package io.usher.designer.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as they stand in a rule, and as they are written in a field. */
final class RuleValue {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,20})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private RuleValue() {}

    /** As it is written in a field. */
    static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Double number when Double.isFinite(number) -> plain(BigDecimal.valueOf(number));
            case Float number when Float.isFinite(number) -> plain(new BigDecimal(number.toString()));
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The number that was written; empty when it is none. */
    static Optional<Number> number(String written) {
        var text = written.strip();
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(text.replace(',', '.'));
        if (number.scale() > 0) {
            return Optional.of(number);
        }
        try {
            long whole = number.longValueExact();
            if (whole == (int) whole) {
                return Optional.of((int) whole);
            }
            return Optional.of(whole);
        } catch (ArithmeticException e) {
            return Optional.of(number);
        }
    }

    /** The moment a text of ISO form means; a date begins at midnight UTC. */
    static Optional<Instant> instant(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    DATE.matcher(text).matches()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How the moment is shown in this zone; a date alone is the same day everywhere. */
    static Optional<LocalDateTime> local(@Nullable Object value, ZoneId zone) {
        return instant(value)
                .map(moment ->
                        value instanceof String text && DATE.matcher(text).matches()
                                ? LocalDate.parse(text).atStartOfDay()
                                : LocalDateTime.ofInstant(moment, zone));
    }

    /** The value when a fact of this type can have it, else none: for a row whose fact was changed. */
    static @Nullable Object suiting(@Nullable Object value, String type) {
        var stays = switch (type) {
            case "number" -> number(written(value)).isPresent();
            case "time" -> instant(value).isPresent();
            case "flag" -> value instanceof Boolean;
            case "text" -> value instanceof String || value instanceof List;
            default -> true;
        };
        return stays ? value : null;
    }

    /** What was written for a fact of this type: a number where numbers are compared, else a text. */
    static @Nullable Object typed(String written, String type, String operator, @Nullable Object before) {
        if (written.isBlank()) {
            return null;
        }
        var wantsNumber = type.equals("number")
                || (!type.equals("text")
                        && (before instanceof Number || operator.matches("(greater|less)(-or-equal)?")));
        return wantsNumber ? number(written).<Object>map(number -> number).orElse(written.strip()) : written;
    }
}
