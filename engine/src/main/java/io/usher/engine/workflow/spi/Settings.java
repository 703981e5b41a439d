package io.usher.engine.workflow.spi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A block's settings as drawn ({@code usher.settings}): one JSON object; a read of a wrong type is as if absent. */
public record Settings(Map<String, @Nullable Object> values) {

    public static final Settings NONE = new Settings(Map.of());

    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A text that is not blank. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** A whole number; decimals and texts are not one. */
    public Optional<Long> number(String name) {
        return switch (values.get(name)) {
            case Long number -> Optional.of(number);
            case Integer number -> Optional.of(number.longValue());
            case BigDecimal number when number.stripTrailingZeros().scale() <= 0 -> Optional.of(number.longValue());
            case null, default -> Optional.empty();
        };
    }

    public long number(String name, long otherwise) {
        return number(name).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return values.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    /** The same with this value under another name, where it stands; what stood under that name goes. */
    public Settings renamed(String from, String to) {
        return values.containsKey(from) ? without(from).with(to, values.get(from)) : this;
    }

    /** The same with this value where none was written; for a default that is another one now. */
    public Settings withDefault(String name, Object value) {
        return values.get(name) == null ? with(name, value) : this;
    }

    public Settings with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Settings(changed);
    }

    public Settings without(String name) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new Settings(changed);
    }
}
