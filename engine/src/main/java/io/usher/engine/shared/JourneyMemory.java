package io.usher.engine.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the blocks of one journey hand on to those behind them: named values, small. A later value of a name takes the place of
 * the earlier one; no block makes a journey forget.
 */
public record JourneyMemory(Map<String, MemoryValue> values) {

    /** The number of the order that the journey is about, a text; rules and templates see that order as {@code order}. */
    public static final String ORDER = "order";

    public static final int MOST_NAMES = 50;

    /** Of all names and values together. */
    public static final int MOST_CHARACTERS = 16_000;

    public static final JourneyMemory EMPTY = new JourneyMemory(Map.of());

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,59}");

    /** Names begin with a small letter and have letters, digits and _ only, at most 60: what a path to a fact can name. */
    public JourneyMemory {
        values.keySet().forEach(JourneyMemory::checkName);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A journey cannot remember anything as \"" + name + "\"");
        }
    }

    public static JourneyMemory of(String name, MemoryValue value) {
        return new JourneyMemory(Map.of(name, value));
    }

    public static JourneyMemory ofOrder(String orderId) {
        return of(ORDER, new MemoryValue.Text(orderId));
    }

    /** With these values in place of earlier ones; {@link MemoryFullException} when it is more than a journey keeps. */
    public JourneyMemory with(JourneyMemory more) {
        var all = new LinkedHashMap<>(values);
        all.putAll(more.values);
        var merged = new JourneyMemory(all);
        if (all.size() > MOST_NAMES || merged.size() > MOST_CHARACTERS) {
            throw new MemoryFullException(more, merged);
        }
        return merged;
    }

    public Optional<MemoryValue> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text of this name; empty also when what is remembered is no text. */
    public Optional<String> text(String name) {
        return values.get(name) instanceof MemoryValue.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    /** The number of the order that the journey is about. */
    public Optional<String> order() {
        return text(ORDER);
    }

    /** By name, as rules and templates see it. */
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> facts.put(name, value.fact()));
        return facts;
    }

    /** In characters. */
    public int size() {
        return values.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().size())
                .sum();
    }
}
