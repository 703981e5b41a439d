package io.usher.engine.message.internal.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All filters there are. */
final class Filters {

    private static final Map<String, Filter> ALL = all();

    private Filters() {}

    static @Nullable Filter named(String name) {
        return ALL.get(name);
    }

    private static Map<String, Filter> all() {
        var filters = new HashMap<String, Filter>();
        Stream.of(
                        TextFilters.all(),
                        CuttingFilters.all(),
                        MarkupFilters.all(),
                        CodingFilters.all(),
                        NumberFilters.all(),
                        ListFilters.all(),
                        SearchFilters.all(),
                        LocalFilters.all())
                .flatMap(List::stream)
                .forEach(filter -> filters.put(filter.name(), filter));
        return Map.copyOf(filters);
    }
}
