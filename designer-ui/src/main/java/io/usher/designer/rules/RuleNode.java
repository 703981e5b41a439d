package io.usher.designer.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule as a person sees it: a group of rules, one comparison, a rule about an element, or something that can only be kept as it is. */
sealed interface RuleNode {

    /** The rule as it was read. */
    Object json();

    /** Holds when all, or any, of its parts hold. */
    record Group(boolean all, List<RuleNode> parts, Object json) implements RuleNode {}

    /** A fact beside a value, beside another fact, or alone. */
    record Comparison(
            String fact,
            String operator,
            @Nullable Object value,
            @Nullable String compare,
            Object json) implements RuleNode {}

    /** Holds when one element of a list meets the rule. */
    record Some(String list, RuleNode where, Object json) implements RuleNode {}

    /** Holds when the other does not; it is shown and kept. */
    record Not(RuleNode denied, Object json) implements RuleNode {}

    /** What has another form; it is never changed. */
    record Kept(Object json) implements RuleNode {}

    static RuleNode read(Object json) {
        if (json instanceof Map<?, ?> map) {
            for (var name : List.of("all", "any")) {
                if (map.keySet().equals(Set.of(name)) && map.get(name) instanceof List<?> parts) {
                    return new Group(name.equals("all"), parts(parts), json);
                }
            }
            if (map.keySet().equals(Set.of("not")) && map.get("not") instanceof Map<?, ?> denied) {
                return new Not(read(denied), json);
            }
            if (map.keySet().equals(Set.of("some", "where"))
                    && map.get("some") instanceof String list
                    && map.get("where") instanceof Map<?, ?> where) {
                return new Some(list, read(where), json);
            }
            if (isComparison(map)) {
                return new Comparison(
                        String.valueOf(map.get("fact")),
                        String.valueOf(map.get("op")),
                        map.get("value"),
                        (String) map.get("compare"),
                        json);
            }
        }
        return new Kept(json);
    }

    private static List<RuleNode> parts(List<?> json) {
        var parts = new ArrayList<RuleNode>();
        for (var part : json) {
            parts.add(part == null ? new Kept("") : read(part));
        }
        return parts;
    }

    private static boolean isComparison(Map<?, ?> map) {
        return Set.of("fact", "op", "value", "compare").containsAll(map.keySet())
                && map.get("fact") instanceof String
                && map.get("op") instanceof String
                && (map.get("compare") == null || map.get("compare") instanceof String)
                && (map.get("compare") == null || map.get("value") == null)
                && isValue(map.get("value"));
    }

    private static boolean isValue(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case List<?> list ->
                list.stream().allMatch(each -> each != null && !(each instanceof List) && isValue(each));
            default -> value instanceof String || value instanceof Number || value instanceof Boolean;
        };
    }
}
