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
}
