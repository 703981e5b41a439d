package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters that take lists apart and put them together. */
final class ListFilters {

    private ListFilters() {}

    static List<Filter> all() {
        return List.of(
                Filter.of("first", 0, 0, (value, arguments) -> end(value, true)),
                Filter.of("last", 0, 0, (value, arguments) -> end(value, false)),
                Filter.of("join", 0, 1, ListFilters::join),
                Filter.of(
                        "reverse",
                        0,
                        0,
                        (value, arguments) -> Values.list(value).reversed()),
                Filter.of("concat", 1, 1, ListFilters::concat),
                Filter.of("map", 1, 1, ListFilters::map),
                Filter.of("compact", 0, 1, ListFilters::compact),
                Filter.of("uniq", 0, 1, ListFilters::unique),
                Filter.of("sort", 0, 1, (value, arguments) -> sorted(value, arguments, false)),
                Filter.of("sort_natural", 0, 1, (value, arguments) -> sorted(value, arguments, true)),
                Filter.of("default", 0, 1, ListFilters::otherwise).named("allow_false"));
    }

    /** What takes the place of nothing, false and what is empty; with {@code allow_false} false stays. */
    private static @Nullable Object otherwise(@Nullable Object value, Arguments arguments) {
        boolean falseStays = Values.isTrue(arguments.value("allow_false"));
        boolean missing = value == null
                || Values.isEmpty(value)
                || value instanceof Emptiness
                || Boolean.FALSE.equals(value) && !falseStays;
        return !missing ? value : arguments.count() == 0 ? "" : arguments.value(0);
    }

    /** Of a list its element; of a text its character. */
    private static @Nullable Object end(@Nullable Object value, boolean first) {
        return switch (value) {
            case List<?> list -> list.isEmpty() ? null : first ? list.getFirst() : list.getLast();
            case Collection<?> others -> end(Values.list(others), first);
            case Map<?, ?> map when !map.isEmpty() && first -> List.copyOf(firstPair(map));
            case String text when !text.isEmpty() -> character(text, first);
            case Markup markup when !markup.text().isEmpty() -> character(markup.text(), first);
            case null, default -> null;
        };
    }

    private static List<Object> firstPair(Map<?, ?> map) {
        var entry = map.entrySet().iterator().next();
        return List.of(entry.getKey(), Objects.requireNonNullElse(entry.getValue(), ""));
    }

    private static String character(String text, boolean first) {
        return first
                ? text.substring(0, Characters.offset(text, 1))
                : text.substring(Characters.offset(text, Characters.count(text) - 1));
    }

    /** HTML when an element is. */
    private static Object join(@Nullable Object value, Arguments arguments) {
        var list = Values.list(value);
        boolean markup = list.stream().anyMatch(Markup.class::isInstance);
        var between = arguments.count() == 0 ? " " : arguments.value(0);
        var glue = markup ? Html.html(between) : Values.text(between);
        var text = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            Values.append(text, i == 0 ? "" : glue);
            Values.append(text, markup ? Html.html(list.get(i)) : Values.text(list.get(i)));
        }
        return markup ? new Markup(text.toString()) : text.toString();
    }

    private static List<@Nullable Object> concat(@Nullable Object value, Arguments arguments) {
        if (!(arguments.value(0) instanceof Collection<?>) && arguments.value(0) != null) {
            throw FlawException.somewhere("concat needs a list; \"" + Shown.of(arguments.value(0)) + "\" is none");
        }
        var list = Values.list(value);
        list.addAll(Values.list(arguments.value(0)));
        if (list.size() > Limits.LIST) {
            throw ExceededException.tooLarge();
        }
        return list;
    }

    private static List<@Nullable Object> map(@Nullable Object value, Arguments arguments) {
        var path = arguments.text(0);
        var list = Values.list(value);
        list.replaceAll(each -> Lookup.property(each, path, arguments.rendering()));
        return list;
    }

    private static List<@Nullable Object> compact(@Nullable Object value, Arguments arguments) {
        var list = Values.list(value);
        list.removeIf(each -> key(each, arguments) == null);
        return list;
    }

    /** The element itself, or its property that the first argument names. */
    private static @Nullable Object key(@Nullable Object element, Arguments arguments) {
        return arguments.count() == 0 ? element : Lookup.property(element, arguments.text(0), arguments.rendering());
    }

    private static List<@Nullable Object> unique(@Nullable Object value, Arguments arguments) {
        var seen = new HashSet<Object>();
        var list = Values.list(value);
        list.removeIf(each -> !seen.add(same(key(each, arguments))));
        return list;
    }

    /** Equal for values that are the same. */
    private static Object same(@Nullable Object value) {
        if (value instanceof Number) {
            return Numbers.of(value).stripTrailingZeros();
        }
        var json = Json.write(value, false);
        Budget.characters(json.length());
        return json;
    }

    private record Keyed(@Nullable Object key, @Nullable Object element) {}

    private static List<@Nullable Object> sorted(@Nullable Object value, Arguments arguments, boolean natural) {
        var keyed = new ArrayList<Keyed>();
        for (var element : Values.list(value)) {
            var key = key(element, arguments);
            if (natural && key != null) {
                key = Values.text(key).toLowerCase(Locale.ROOT);
                Budget.characters(key.toString().length());
            }
            keyed.add(new Keyed(key, element));
        }
        keyed.sort((one, other) -> Comparison.order(one.key(), other.key()));
        var sorted = new ArrayList<@Nullable Object>(keyed.size());
        keyed.forEach(each -> sorted.add(each.element()));
        return sorted;
    }
}
