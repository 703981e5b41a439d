package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies a model into plain maps, lists, texts, numbers and booleans: a template never touches an object with methods. */
final class PlainModel {

    private PlainModel() {}

    static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> model) {
        return map(model);
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), plain(value)));
        return copy;
    }

    private static List<@Nullable Object> list(Collection<?> list) {
        var copy = new ArrayList<@Nullable Object>(list.size());
        list.forEach(value -> copy.add(plain(value)));
        return copy;
    }

    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> map(map);
            case Collection<?> list -> list(list);
            case Boolean flag -> flag;
            case Long number -> number;
            case Integer number -> number.longValue();
            case Double number -> plain(BigDecimal.valueOf(number));
            case BigInteger number -> plain(new BigDecimal(number));
            case BigDecimal number when number.precision() + Math.abs((long) number.scale()) <= Limits.DIGITS -> number;
            default -> value.toString();
        };
    }
}
