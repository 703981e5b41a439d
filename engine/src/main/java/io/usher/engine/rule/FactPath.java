package io.usher.engine.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A path into a tree of facts: names with dots between them. A name may itself contain dots: of several that fit, the longest
 * that leads to something counts. In a list a number picks an element, {@code *} every one; {@code *} also takes every value
 * of a map. Whatever reads a dotted name reads it here.
 */
public record FactPath(String text) {

    public static final Set<String> ROOTS =
            Set.of("event", "start", "contact", "order", "segment", "consent", "message", "memory");

    /** The root of paths into the element that a {@code some} looks at. */
    public static final String ITEM = "item";

    private static final String EVERY = "*";
    private static final int LONGEST_INDEX = 6;

    /** The first part. */
    public String root() {
        return part(0);
    }

    /** Whether it names many values. */
    public boolean many() {
        return parts().contains(EVERY);
    }

    /** What stands between the dots. */
    public List<String> parts() {
        return List.of(text.split("\\.", -1));
    }

    /** The values there are, nulls left out; the work is linear in the size of what the path leads into. */
    public List<Object> values(Map<?, ?> tree) {
        var found = new ArrayList<Object>();
        collect(tree, 0, found);
        return found;
    }

    private void collect(@Nullable Object value, int from, List<Object> found) {
        if (value == null) {
            return;
        }
        if (from > text.length()) {
            found.add(value);
            return;
        }
        switch (value) {
            case Map<?, ?> map when part(from).equals(EVERY) -> collectAll(map.values(), after(from), found);
            case List<?> list when part(from).equals(EVERY) -> collectAll(list, after(from), found);
            case Map<?, ?> map -> collectNamed(map, from, found);
            case List<?> list -> collect(element(list, part(from)), after(from), found);
            default -> {}
        }
    }

    private void collectAll(Collection<?> values, int from, List<Object> found) {
        for (var value : values) {
            collect(value, from, found);
        }
    }

    private void collectNamed(Map<?, ?> map, int from, List<Object> found) {
        int before = found.size();
        for (var name : fitting(map, from)) {
            collect(map.get(name), from + name.length() + 1, found);
            if (found.size() > before) {
                return;
            }
        }
    }

    private List<String> fitting(Map<?, ?> map, int from) {
        var part = part(from);
        if (from + part.length() == text.length()) {
            return List.of(part);
        }
        var names = new ArrayList<String>();
        for (var each : map.keySet()) {
            if (each instanceof String name && text.startsWith(name, from) && endsPart(from + name.length())) {
                names.add(name);
            }
        }
        names.sort(Comparator.comparingInt(String::length).reversed());
        return names;
    }

    private boolean endsPart(int at) {
        return at == text.length() || text.charAt(at) == '.';
    }

    private String part(int from) {
        return text.substring(from, after(from) - 1);
    }

    /** Where the part behind this one begins; one behind the end when there is none. */
    private int after(int from) {
        int dot = text.indexOf('.', from);
        return (dot < 0 ? text.length() : dot) + 1;
    }

    private static @Nullable Object element(List<?> list, String part) {
        if (part.isEmpty() || part.length() > LONGEST_INDEX || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int index = Integer.parseInt(part);
        return index < list.size() ? list.get(index) : null;
    }
}
