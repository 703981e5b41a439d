package io.usher.designer.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plain JSON, compared by what it says: a whole number may come back from the browser as a decimal one. */
final class Json {

    private static final String NOTHING = "null";

    private Json() {}

    static boolean same(@Nullable Object one, @Nullable Object other) {
        return plain(one).equals(plain(other));
    }

    /** The same with each number in one form. */
    static Object plain(@Nullable Object json) {
        return switch (json) {
            case null -> NOTHING;
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
                yield plain;
            }
            case List<?> list -> list.stream().map(Json::plain).collect(Collectors.toList());
            case Number number -> {
                var decimal = new BigDecimal(number.toString());
                yield decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
            }
            default -> json;
        };
    }

    static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("");
    }

    /** Settings as the form edits them: a copy in which a value may be put or taken out. */
    static Map<String, Object> copy(@Nullable Map<String, Object> json) {
        return json == null ? new LinkedHashMap<>() : new LinkedHashMap<>(json);
    }
}
