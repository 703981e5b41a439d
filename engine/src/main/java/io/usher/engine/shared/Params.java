package io.usher.engine.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Named values as they came: text, whole numbers (Long), decimals (BigDecimal), booleans, null, lists and maps of these.
 * Order is kept. Reading by name ignores case only where the reader asks for it.
 */
public record Params(Map<String, @Nullable Object> values) {

    public static final Params EMPTY = new Params(Map.of());

    public Params {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of exactly this name; empty when absent or null. */
    public Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The first value whose name equals {@code name} without regard to case; empty when absent or null. */
    public Optional<Object> valueIgnoringCase(String name) {
        for (var entry : values.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(name) && entry.getValue() != null) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }
}
