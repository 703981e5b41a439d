package io.usher.designer.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A path under the engine's API with the values for its variables; values are encoded when the call is made, so an id
 * may hold any character.
 */
public record ApiPath(String template, Map<String, String> values) {

    public ApiPath {
        values = Map.copyOf(values);
    }

    public static ApiPath of(String path) {
        return new ApiPath(path, Map.of());
    }

    /** The path of one thing: what {@code {id}} in the path stands for. */
    public static ApiPath of(String path, String id) {
        return new ApiPath(path, Map.of("id", id));
    }

    /** Adds a query parameter. */
    public ApiPath with(String name, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        var separator = template.contains("?") ? "&" : "?";
        return new ApiPath(template + separator + name + "={" + name + "}", more);
    }

    /** Adds a query parameter where there is a value. */
    public ApiPath with(String name, Optional<String> value) {
        return value.map(known -> with(name, known)).orElse(this);
    }
}
