package io.usher.engine.rule.internal;

import io.usher.engine.rule.FactPath;
import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WrittenTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one rule from JSON and gathers everything that is wrong with it. */
final class RuleReader {

    static final int MAX_DEPTH = 10;
    static final int MAX_COMPARISONS = 100;
    static final int MAX_PARTS = 300;
    static final int MAX_TEXT = 1_000;
    static final int MAX_VALUES = 200;

    private static final Rule NOTHING = new Rule.All(List.of());
    private static final String NO_PATH = " is not a path: it begins with event., start., contact., order., segment.,"
            + " consent. or message. (inside some also with item.) and names something in it";
    private static final Set<String> COMPARISON_NAMES = Set.of("fact", "op", "value", "compare");
    private static final Set<String> SOME_NAMES = Set.of("some", "where");
    private static final String OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::key).collect(Collectors.joining(", "));

    private final List<FieldError> errors = new ArrayList<>();
    private int comparisons;
    private int parts;
    private int lists;

    static Rule read(@Nullable Object json, String field) {
        var reader = new RuleReader();
        var rule = reader.rule(json, field, 1);
        if (reader.comparisons > MAX_COMPARISONS) {
            reader.wrong(field, "size", "A rule may have at most " + MAX_COMPARISONS + " comparisons");
        } else if (reader.parts > MAX_PARTS) {
            reader.wrong(field, "size", "A rule may have at most " + MAX_PARTS + " parts");
        }
        if (!reader.errors.isEmpty()) {
            throw Problems.invalid(reader.errors);
        }
        return rule;
    }

    private Rule rule(@Nullable Object json, String field, int depth) {
        if (!(json instanceof Map<?, ?> map)) {
            return wrong(field, "type", "A rule is an object with all, any, not, some or fact");
        }
        if (depth > MAX_DEPTH) {
            return wrong(field, "depth", "A rule may have at most " + MAX_DEPTH + " levels");
        }
        parts++;
        if (map.containsKey("all")) {
            return new Rule.All(rules(map, "all", field, depth));
        }
        if (map.containsKey("any")) {
            return new Rule.Any(rules(map, "any", field, depth));
        }
        if (map.containsKey("not")) {
            refuseOthers(map.keySet(), Set.of("not"), field);
            return new Rule.Not(rule(map.get("not"), field + ".not", depth + 1));
        }
        if (map.containsKey("some")) {
            return some(map, field, depth);
        }
        if (map.containsKey("fact")) {
            return comparison(map, field);
        }
        return wrong(field, "form", "A rule has all, any, not, some or fact");
    }

    /** A list inside a list belongs to the element: so each element is looked at once, however deep the rule is. */
    private Rule some(Map<?, ?> map, String field, int depth) {
        refuseOthers(map.keySet(), SOME_NAMES, field);
        var list = path(map.get("some"), field + ".some");
        if (list != null && lists > 0 && !list.equals(FactPath.ITEM) && !list.startsWith(FactPath.ITEM + ".")) {
            wrong(field + ".some", "root", "A list inside some is one of the element: its path begins with item.");
        }
        if (map.get("where") == null) {
            return wrong(field + ".where", "required", "some needs where: the rule that one element must meet");
        }
        lists++;
        var where = rule(map.get("where"), field + ".where", depth + 1);
        lists--;
        return list == null ? NOTHING : new Rule.Some(list, where);
    }

    private List<Rule> rules(Map<?, ?> map, String name, String field, int depth) {
        refuseOthers(map.keySet(), Set.of(name), field);
        var path = field + "." + name;
        if (!(map.get(name) instanceof List<?> list)) {
            wrong(path, "type", name + " is a list of rules");
            return List.of();
        }
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < list.size() && comparisons <= MAX_COMPARISONS && parts <= MAX_PARTS; i++) {
            rules.add(rule(list.get(i), path + "[" + i + "]", depth + 1));
        }
        return rules;
    }

    private Rule comparison(Map<?, ?> map, String field) {
        comparisons++;
        refuseOthers(map.keySet(), COMPARISON_NAMES, field);
        var fact = path(map.get("fact"), field + ".fact");
        var operator = operator(map.get("op"), field + ".op");
        if (operator == null || fact == null) {
            return NOTHING;
        }
        var value = map.get("value");
        if (operator.alone()) {
            if (value != null || map.get("compare") != null) {
                return wrong(field + ".value", "unexpected", operator.key() + " takes no value");
            }
            return new Rule.Comparison(fact, operator, null, null);
        }
        if (map.get("compare") != null) {
            return compared(map, fact, operator, field);
        }
        if (!accepts(operator, value, field + ".value")) {
            return NOTHING;
        }
        return new Rule.Comparison(fact, operator, value, null);
    }

    private Rule compared(Map<?, ?> map, String fact, Operator operator, String field) {
        if (map.containsKey("value")) {
            return wrong(field + ".compare", "form", "A comparison has either value or compare");
        }
        var other = path(map.get("compare"), field + ".compare");
        return other == null ? NOTHING : new Rule.Comparison(fact, operator, null, other);
    }

    private @Nullable String path(@Nullable Object json, String field) {
        if (json == null) {
            wrong(field, "required", "Choose what to check");
            return null;
        }
        if (!(json instanceof String text) || text.length() > MAX_TEXT) {
            wrong(field, "type", "A fact is a path such as event.total");
            return null;
        }
        var path = new FactPath(text);
        if (!named(path) || path.parts().contains("")) {
            wrong(field, "root", '"' + text + '"' + NO_PATH);
            return null;
        }
        if (lists > 0 && path.many() && !path.root().equals(FactPath.ITEM)) {
            wrong(field, "star", "Inside some only a path that begins with item. may have *");
            return null;
        }
        return text;
    }

    private boolean named(FactPath path) {
        return path.root().equals(FactPath.ITEM)
                ? lists > 0
                : FactPath.ROOTS.contains(path.root()) && path.parts().size() > 1;
    }

    private @Nullable Operator operator(@Nullable Object json, String field) {
        var operator =
                json instanceof String text ? Keyed.find(Operator.class, text).orElse(null) : null;
        if (operator == null) {
            wrong(field, "choice", "op is one of " + OPERATORS);
        }
        return operator;
    }

    private boolean accepts(Operator operator, @Nullable Object value, String field) {
        var wanted = switch (operator) {
            case EQUAL, NOT_EQUAL, CONTAINS, NOT_CONTAINS ->
                scalar(value) ? null : "a text, a number, or true or false";
            case STARTS_WITH, ENDS_WITH -> value instanceof String && scalar(value) ? null : "a text";
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
                scalar(value) && ordered(value) ? null : "a number or a time such as 2026-12-24T19:00:00Z";
            case BEFORE, AFTER ->
                scalar(value) && inTime(value) ? null : "a time such as 2026-12-24T19:00:00Z, or a date";
            case ONE_OF, NOT_ONE_OF -> list(value) ? null : "a list of 1 to " + MAX_VALUES + " texts or numbers";
            case EXISTS, MISSING -> "nothing";
        };
        if (wanted != null) {
            if (value == null) {
                wrong(field, "required", "Fill in a value");
            } else {
                wrong(field, "type", "The value must be " + wanted);
            }
        }
        return wanted == null;
    }

    private static boolean scalar(@Nullable Object value) {
        return value instanceof String text
                ? text.length() <= MAX_TEXT
                : value instanceof Boolean || value instanceof Number;
    }

    private static boolean ordered(@Nullable Object value) {
        return value != null
                && (Values.number(value).isPresent()
                        || Values.time(value, ZoneOffset.UTC).isPresent());
    }

    private static boolean inTime(@Nullable Object value) {
        return WrittenTime.of(value, ZoneOffset.UTC).isPresent();
    }

    private static boolean list(@Nullable Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.size() <= MAX_VALUES
                && list.stream().allMatch(RuleReader::scalar);
    }

    private void refuseOthers(Collection<?> names, Set<String> known, String field) {
        for (var name : names) {
            if (!known.contains(String.valueOf(name))) {
                wrong(field + "." + name, "unknown", "\"" + name + "\" does not belong in a rule of this form");
            }
        }
    }

    private Rule wrong(String field, String rule, String message) {
        errors.add(new FieldError(field, rule, message));
        return NOTHING;
    }
}
