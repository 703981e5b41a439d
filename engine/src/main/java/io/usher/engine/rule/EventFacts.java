package io.usher.engine.rule;

import io.usher.engine.shared.Params;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules, triggers and templates see of an event: its params, and as {@code key} the event's key. A param that is itself
 * named {@code key} is {@code params.key}.
 */
public record EventFacts(@Nullable String key, Params params) {

    private static final String KEY = "key";
    private static final String PARAMS = "params";

    /** The event without its key. */
    public static EventFacts of(Params params) {
        return new EventFacts(null, params);
    }

    /** The facts by name. */
    public Map<String, @Nullable Object> tree() {
        var values = params.values();
        if (key == null && !values.containsKey(KEY)) {
            return values;
        }
        var tree = new LinkedHashMap<>(values);
        var hidden = tree.remove(KEY);
        if (key != null) {
            tree.put(KEY, key);
        }
        if (hidden != null) {
            hide(tree, hidden);
        }
        return tree;
    }

    /** As one more level, or where a param has that level's name, as a name with a dot; both are the same path. */
    private static void hide(Map<String, @Nullable Object> tree, Object hidden) {
        if (tree.containsKey(PARAMS)) {
            tree.put(PARAMS + "." + KEY, hidden);
        } else {
            tree.put(PARAMS, Map.of(KEY, hidden));
        }
    }

    /**
     * The one value at a path as text, so that {@code 17}, {@code 17.0} and {@code "17"} are the same; null when there is none
     * or the path names many.
     */
    public @Nullable String text(String path) {
        var facts = new FactPath(path);
        if (facts.many()) {
            return null;
        }
        var found = facts.values(tree());
        return found.isEmpty() ? null : text(found.getFirst());
    }

    private static String text(Object value) {
        return value instanceof Number
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
