package io.usher.designer.engine;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path under the engine's API with the values for its variables; values are encoded when the call is made, so an id
 * may hold any character.
 */
public record ApiPath(String template, Map<String, String> values) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

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

    /** The path with its values percent-encoded, those of dots alone too: else they would lead to another path. */
    String encoded() {
        return VARIABLE.matcher(template)
                .replaceAll(
                        found -> Matcher.quoteReplacement(encoded(Objects.requireNonNull(values.get(found.group(1))))));
    }

    private static String encoded(String value) {
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return value.chars().allMatch(c -> c == '.') ? encoded.replace(".", "%2E") : encoded;
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
