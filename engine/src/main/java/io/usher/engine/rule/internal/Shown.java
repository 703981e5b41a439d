package io.usher.engine.rule.internal;

import io.usher.engine.shared.WrittenTime.Form;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as a sentence shows them: cut, counted, and with the kind where the kind matters. */
final class Shown {

    private static final int MAX_TEXT = 60;
    private static final int MAX_LISTED = 5;

    private Shown() {}

    /** A single value, or what a list or object is. */
    static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> '"' + shortened(text) + '"';
            case BigDecimal number -> Math.abs(number.scale()) > MAX_TEXT ? number.toString() : number.toPlainString();
            case Collection<?> list -> list.isEmpty() ? "an empty list" : "a list (" + listed(list) + ")";
            case Map<?, ?> map ->
                map.isEmpty()
                        ? "an empty object"
                        : "an object with " + map.size() + (map.size() == 1 ? " field" : " fields");
            default -> shortened(value.toString());
        };
    }

    /** A value of which something is said that depends on its kind. */
    static String withKind(Object value) {
        return value instanceof Boolean ? "yes/no (" + value + ")" : value(value);
    }

    /** A value that was compared as a time: it says which moment was understood where that is not written in it. */
    static String time(Values values, Object value) {
        var time = values.written(value);
        if (time.isEmpty() || time.get().form() == Form.ZONED) {
            return value(value);
        }
        return switch (time.get().form()) {
            case ZONED -> value(value);
            case LOCAL -> value(value) + ", a time without zone (read in " + values.zone() + ")";
            case DATE -> value(value) + ", a date without zone (read from 00:00 in " + values.zone() + ")";
            case EPOCH -> value(value) + " (" + time.get().at() + ")";
        };
    }

    static String listed(Collection<?> values) {
        var text = values.stream().limit(MAX_LISTED).map(Shown::value).collect(Collectors.joining(", "));
        return values.size() > MAX_LISTED ? text + " and " + (values.size() - MAX_LISTED) + " more" : text;
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT)
                + "...";
    }
}
