package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses values that have grown too large: filters could double them again and again. */
final class Sizes {

    private static final Pattern HUGE_EXPONENT = Pattern.compile(".*\\d[eE][+-]?\\d{3,}.*", Pattern.DOTALL);
    private static final int NUMBER_TEXT = 1_000;

    private Sizes() {}

    /** The value itself when it is small enough. */
    static @Nullable Object checked(@Nullable Object value) {
        switch (value) {
            case CharSequence text when text.length() > Limits.VALUE -> throw tooLarge();
            case Collection<?> list when list.size() > Limits.LIST -> throw tooLarge();
            case Object[] array when array.length > Limits.LIST -> throw tooLarge();
            case Collection<?> list -> measure(list, Limits.VALUE);
            case Map<?, ?> map -> measure(map, Limits.VALUE);
            case BigDecimal number
            when number.precision() + Math.abs((long) number.scale()) > Limits.DIGITS ->
                throw new ExceededException("makes a number with more than " + Limits.DIGITS + " digits");
            case null, default -> {}
        }
        return value;
    }

    /** Refuses texts that arithmetic would blow up: {@code 1e999999999}. */
    static void checkNumberText(@Nullable Object value) {
        if (value instanceof CharSequence text
                && text.length() < NUMBER_TEXT
                && HUGE_EXPONENT.matcher(text).matches()) {
            throw new ExceededException("calculates with a number that has too many digits");
        }
        if (value instanceof CharSequence text && text.length() >= NUMBER_TEXT) {
            throw new ExceededException("calculates with a text that is no number");
        }
    }

    static ExceededException tooLarge() {
        return new ExceededException("makes a value that is too large");
    }

    private static int measure(@Nullable Object value, int left) {
        int rest = switch (value) {
            case null -> left - 1;
            case CharSequence text -> left - text.length() - 1;
            case Collection<?> list -> measureAll(list, left - 1);
            case Map<?, ?> map -> measureAll(map.values(), measureAll(map.keySet(), left - 1));
            default -> left - 1;
        };
        if (rest < 0) {
            throw tooLarge();
        }
        return rest;
    }

    private static int measureAll(Collection<?> values, int left) {
        for (var value : values) {
            left = measure(value, left);
        }
        return left;
    }
}
