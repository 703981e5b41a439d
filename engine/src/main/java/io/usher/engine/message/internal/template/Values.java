package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values are worth to Liquid: nothing, truth, equality, texts, numbers, lists. */
final class Values {

    private Values() {}

    /** Everything but nothing and false. */
    static boolean isTrue(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    /** An empty text, list or object; nothing itself is not empty. */
    static boolean isEmpty(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case String text -> text.isEmpty();
            case Markup markup -> markup.text().isEmpty();
            case Collection<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    /** Nothing, false, empty, or a text of white space only. */
    static boolean isBlank(@Nullable Object value) {
        return switch (value) {
            case String text -> text.isBlank();
            case Markup markup -> markup.text().isBlank();
            case null, default -> !isTrue(value) || isEmpty(value);
        };
    }

    /** The value as text; lists are their elements one after another. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Collection<?> list -> joined(list);
            case Map<?, ?> map -> Json.write(map, false);
            default -> value.toString();
        };
    }

    private static String joined(Collection<?> list) {
        var text = new StringBuilder();
        for (var element : list) {
            append(text, text(element));
        }
        return text.toString();
    }

    /** Appends and counts what it costs. */
    static void append(StringBuilder text, String more) {
        Budget.characters(more.length());
        if (text.length() + (long) more.length() > Limits.VALUE) {
            throw ExceededException.tooLarge();
        }
        text.append(more);
    }

    /** The number that a value is or says; null for what is none. Whole numbers have no decimals, however large they are. */
    static @Nullable BigDecimal number(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Long number -> BigDecimal.valueOf(number);
            case String text -> numberOf(text);
            case Markup markup -> numberOf(markup.text());
            case null, default -> null;
        };
    }

    private static @Nullable BigDecimal numberOf(String text) {
        var digits = text.length() > Limits.VALUE / 1_000 ? "" : text.strip();
        if (digits.isEmpty() || "+-.0123456789".indexOf(digits.charAt(0)) < 0) {
            return null;
        }
        try {
            return checked(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static BigDecimal checked(BigDecimal number) {
        if (number.precision() + Math.abs((long) number.scale()) > Limits.DIGITS) {
            throw new ExceededException("calculates with a number that has too many digits");
        }
        return number;
    }

    /** A list as it is, nothing as none, an object or a single value as the only one. */
    static List<@Nullable Object> list(@Nullable Object value) {
        var list = new ArrayList<@Nullable Object>();
        if (value instanceof Collection<?> elements) {
            if (elements.size() > Limits.LIST) {
                throw ExceededException.tooLarge();
            }
            Budget.elements(elements.size());
            list.addAll(elements);
        } else if (value != null) {
            list.add(value);
        }
        return list;
    }
}
