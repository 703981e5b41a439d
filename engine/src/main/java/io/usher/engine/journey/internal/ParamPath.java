package io.usher.engine.journey.internal;

import io.usher.engine.shared.Params;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value of an event as text, so that {@code 17}, {@code 17.0} and {@code "17"} are the same. The path {@code key} is
 * the event's key unless a param has that name; dots lead into maps and, by number, into lists.
 */
final class ParamPath {

    private ParamPath() {}

    static @Nullable String text(Params params, @Nullable String key, String path) {
        var value = find(params.values(), path);
        if (value == null && path.equals("key")) {
            value = key;
        }
        return value == null ? null : text(value);
    }

    private static @Nullable Object find(Map<?, ?> values, String path) {
        if (values.containsKey(path)) {
            return values.get(path);
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            var inside = values.get(path.substring(0, dot));
            var found = inside == null ? null : inside(inside, path.substring(dot + 1));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object inside(Object value, String path) {
        return switch (value) {
            case Map<?, ?> map -> find(map, path);
            case List<?> list -> element(list, path);
            default -> null;
        };
    }

    private static @Nullable Object element(List<?> list, String path) {
        int dot = path.indexOf('.');
        var index = dot < 0 ? path : path.substring(0, dot);
        if (!index.matches("\\d{1,6}") || Integer.parseInt(index) >= list.size()) {
            return null;
        }
        var element = list.get(Integer.parseInt(index));
        return dot < 0 || element == null ? element : inside(element, path.substring(dot + 1));
    }

    private static String text(Object value) {
        return value instanceof Number
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
