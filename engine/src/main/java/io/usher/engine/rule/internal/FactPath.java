package io.usher.engine.rule.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A path into the tree of facts, split at its dots. */
record FactPath(List<String> parts) {

    static final Set<String> ROOTS = Set.of("event", "start", "contact", "order", "segment", "consent", "message");
    static final String EVERY = "*";

    static FactPath of(String text) {
        return new FactPath(List.of(text.split("\\.", -1)));
    }

    String root() {
        return parts.getFirst();
    }

    boolean many() {
        return parts.contains(EVERY);
    }

    /** The values there are, nulls left out. */
    List<Object> values(Map<String, @Nullable Object> tree) {
        var found = new ArrayList<Object>();
        collect(tree, 0, found);
        return found;
    }

    private void collect(@Nullable Object value, int at, List<Object> found) {
        if (value == null) {
            return;
        }
        if (at == parts.size()) {
            found.add(value);
            return;
        }
        var part = parts.get(at);
        switch (value) {
            case Map<?, ?> map when part.equals(EVERY) -> collectAll(map.values(), at + 1, found);
            case List<?> list when part.equals(EVERY) -> collectAll(list, at + 1, found);
            case Map<?, ?> map -> collectNamed(map, at, found);
            case List<?> list -> collect(element(list, part), at + 1, found);
            default -> {}
        }
    }

    private void collectAll(Collection<?> values, int at, List<Object> found) {
        for (var value : values) {
            collect(value, at, found);
        }
    }

    /** Names may contain dots: the longest name that leads to something counts. */
    private void collectNamed(Map<?, ?> map, int at, List<Object> found) {
        int before = found.size();
        for (int end = longest(map, at); end > at && found.size() == before; end--) {
            collect(map.get(String.join(".", parts.subList(at, end))), end, found);
        }
    }

    private int longest(Map<?, ?> map, int at) {
        int dots = 0;
        for (var name : map.keySet()) {
            dots = Math.max(dots, (int)
                    String.valueOf(name).chars().filter(c -> c == '.').count());
        }
        return Math.min(parts.size(), at + dots + 1);
    }

    private static @Nullable Object element(List<?> list, String part) {
        if (part.isEmpty() || part.length() > 6 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int index = Integer.parseInt(part);
        return index < list.size() ? list.get(index) : null;
    }
}
