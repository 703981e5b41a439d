package io.usher.designer.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a list is asked for: the parameters behind the question mark, which are encoded when the call is made. */
public record Query(Map<String, String> values) {

    public Query {
        values = Map.copyOf(values);
    }

    /** All of the list. */
    public static Query none() {
        return new Query(Map.of());
    }

    /** The same with one more parameter. */
    public Query with(String name, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Query(more);
    }

    /** The same with one more parameter, where there is a value. */
    public Query with(String name, Optional<String> value) {
        return value.map(known -> with(name, known)).orElse(this);
    }
}
