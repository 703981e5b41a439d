package io.usher.engine.rule;

import io.usher.engine.rule.KnownFact.Type;
import io.usher.engine.shared.WrittenTime;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts guessed from values that were seen: objects by path, lists of objects with {@code *}, types from the values. The first
 * value seen is the example; values of different types make a text. Feed it the newest first.
 */
public final class SeenFacts {

    private static final int MOST = 200;
    private static final int LONGEST_PATH = 1_000;
    private static final int LONGEST_EXAMPLE = 60;
    private static final int DEEPEST = 8;
    private static final String ANY = "Any of ";

    /** A numeric text that is meant as a number: no leading zero or plus, as numbers of phones and articles have. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,9})(\\.\\d{1,6})?");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_\\-\\s]+");

    private final List<String> root;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** {@code root}: what every path begins with, for example {@code event}. */
    public SeenFacts(String root) {
        this.root = List.of(root.split("\\."));
    }

    private record Seen(
            List<String> names,
            String label,
            Type type,
            @Nullable Object example) {}

    /** Looks at one more set of values. */
    public SeenFacts add(Map<String, ?> values) {
        members(root, "", values, 1);
        return this;
    }

    /** A name that is known without any value; its type, when one is declared, holds whatever was seen. */
    public SeenFacts addName(String name, @Nullable Type declared) {
        if (named(name)) {
            var names = and(root, name);
            note(names, label("", name), Type.TEXT, null);
            if (declared != null) {
                seen.computeIfPresent(
                        String.join(".", names),
                        (same, fact) -> new Seen(fact.names(), fact.label(), declared, fact.example()));
            }
        }
        return this;
    }

    public List<KnownFact> facts() {
        var facts = new ArrayList<KnownFact>();
        seen.forEach((path, fact) ->
                facts.add(new KnownFact(fact.names(), path, fact.label(), fact.type(), fact.example(), List.of())));
        return facts;
    }

    private void members(List<String> path, String label, Map<?, ?> values, int depth) {
        values.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (named(name)) {
                look(and(path, name), label(label, name), value, depth);
            }
        });
    }

    private void look(List<String> path, String label, @Nullable Object value, int depth) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map when depth < DEEPEST -> members(path, label, map, depth + 1);
            case Map<?, ?> tooDeep -> {}
            case List<?> list -> elements(path, label, list, depth);
            default -> note(path, label, type(value), example(value));
        }
    }

    private void elements(List<String> path, String label, Collection<?> list, int depth) {
        for (Object element : list) {
            if (element instanceof Map<?, ?> map && depth < DEEPEST) {
                members(and(path, "*"), label.startsWith(ANY) ? label : ANY + lower(label), map, depth + 1);
            } else if (element != null && !(element instanceof Collection) && !(element instanceof Map)) {
                note(path, label, Type.LIST, example(element));
            }
        }
    }

    private static List<String> and(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private void note(List<String> names, String label, Type type, @Nullable Object example) {
        var path = String.join(".", names);
        var before = seen.get(path);
        if (before == null) {
            if (seen.size() < MOST && path.length() <= LONGEST_PATH) {
                seen.put(path, new Seen(names, label, type, example));
            }
        } else if (before.example() == null && example != null) {
            seen.put(path, new Seen(before.names(), before.label(), type, example));
        } else if (before.type() != type && example != null) {
            seen.put(path, new Seen(before.names(), before.label(), Type.TEXT, before.example()));
        }
    }

    /** A name that a path can hold. */
    private static boolean named(String name) {
        return !name.isBlank()
                && !name.equals("*")
                && !List.of(name.split("\\.", -1)).contains("");
    }

    private static Type type(Object value) {
        return switch (value) {
            case Boolean flag -> Type.FLAG;
            case Number number -> Type.NUMBER;
            case String text when text.equals("true") || text.equals("false") -> Type.FLAG;
            case String text when NUMBER.matcher(text.strip()).matches() -> Type.NUMBER;
            case String text when inTime(text.strip()) -> Type.TIME;
            default -> Type.TEXT;
        };
    }

    private static boolean inTime(String text) {
        return WrittenTime.read(text, ZoneOffset.UTC).isPresent();
    }

    private static Object example(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case BigDecimal number when Math.abs(number.scale()) > LONGEST_EXAMPLE -> number.toString();
            case Number number -> number;
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE - 1) + "…";
    }

    private static String label(String before, String name) {
        var words = String.join(" ", HUMP.split(name)).strip();
        var plain = words.isEmpty() ? name : words;
        return before.isEmpty() ? upper(plain) : before + ": " + lower(plain);
    }

    /** Sentence case, but short names in capitals (SKU, VAT) stay. */
    private static String upper(String words) {
        var text = lower(words);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String lower(String words) {
        var text = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            boolean capitals = word.length() > 1 && word.equals(word.toUpperCase(java.util.Locale.ROOT));
            text.append(text.isEmpty() ? "" : " ").append(capitals ? word : word.toLowerCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }
}
