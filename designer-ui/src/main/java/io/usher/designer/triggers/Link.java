package io.usher.designer.triggers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A start link or a stop link as the engine spells it. */
record Link(Map<String, @Nullable Object> json) {

    static Link empty() {
        return new Link(Map.of());
    }

    String eventType() {
        return Objects.toString(json.get("eventType"), "");
    }

    /** The rule that an event must match; null when every one counts. */
    @Nullable
    Map<String, Object> filter() {
        return json.get("filter") instanceof Map<?, ?> rule ? notNull(rule) : null;
    }

    Map<String, @Nullable Object> reentry() {
        return object(json.get("reentry"));
    }

    /** Pairs of params whose values must be the same. */
    List<Map<String, @Nullable Object>> match() {
        return json.get("match") instanceof List<?> pairs
                ? pairs.stream().map(Link::object).toList()
                : List.of();
    }

    /** The same with another value; null takes the name away. */
    Link with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(json);
        put(changed, name, value);
        return new Link(changed);
    }

    static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value == null) {
            json.remove(name);
        } else {
            json.put(name, value);
        }
    }

    static Map<String, @Nullable Object> object(@Nullable Object json) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> object.put(String.valueOf(name), value));
        }
        return object;
    }

    private static Map<String, Object> notNull(Map<?, ?> map) {
        var object = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                object.put(String.valueOf(name), value);
            }
        });
        return object;
    }
}
