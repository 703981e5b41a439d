package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that look for elements by a property: with a value by equality, without one by truth. */
final class SearchFilters {

    private SearchFilters() {}

    static List<Filter> all() {
        return List.of(
                Filter.of("where", 1, 2, (value, arguments) -> kept(value, arguments, true)),
                Filter.of("reject", 1, 2, (value, arguments) -> kept(value, arguments, false)),
                Filter.of("find", 1, 2, (value, arguments) -> {
                    var list = Values.list(value);
                    int at = index(list, arguments);
                    return at < 0 ? null : list.get(at);
                }),
                Filter.of("find_index", 1, 2, (value, arguments) -> {
                    int at = index(Values.list(value), arguments);
                    return at < 0 ? null : BigDecimal.valueOf(at);
                }),
                Filter.of("has", 1, 2, (value, arguments) -> index(Values.list(value), arguments) >= 0),
                Filter.of("sum", 0, 1, (value, arguments) -> sum(Values.list(value), arguments)));
    }

    private static List<@Nullable Object> kept(@Nullable Object value, Arguments arguments, boolean wanted) {
        var list = Values.list(value);
        list.removeIf(each -> matches(each, arguments) != wanted);
        return list;
    }

    private static int index(List<@Nullable Object> list, Arguments arguments) {
        for (int i = 0; i < list.size(); i++) {
            if (matches(list.get(i), arguments)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(@Nullable Object element, Arguments arguments) {
        var property = Lookup.property(element, arguments.text(0), arguments.rendering());
        return arguments.count() > 1 ? Comparison.equal(property, arguments.value(1)) : Values.isTrue(property);
    }

    private static BigDecimal sum(List<@Nullable Object> list, Arguments arguments) {
        var sum = BigDecimal.ZERO;
        for (var element : list) {
            var part = arguments.count() == 0
                    ? element
                    : Lookup.property(element, arguments.text(0), arguments.rendering());
            sum = Numbers.plus(sum, Numbers.of(part));
        }
        return sum;
    }
}
