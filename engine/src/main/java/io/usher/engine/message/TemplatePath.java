package io.usher.engine.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one place that writes names into Liquid. A name that is not a plain word stands in brackets and quotes, so that
 * {@code order.id}, {@code first-name} and {@code $value} lead to what has exactly this name.
 */
public final class TemplatePath {

    /** In place of a name: the first element of a list. */
    public static final String FIRST = "*";

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private TemplatePath() {}

    /** From a root's name on, as it stands between braces; empty when Liquid has no way to write one of the names. */
    public static Optional<String> of(List<String> names) {
        var path = new StringBuilder();
        for (var name : names) {
            if (path.isEmpty()) {
                path.append(name);
            } else if (name.equals(FIRST)) {
                path.append("[0]");
            } else if (WORD.matcher(name).matches()) {
                path.append('.').append(name);
            } else {
                var quoted = quoted(name);
                if (quoted.isEmpty()) {
                    return Optional.empty();
                }
                path.append('[').append(quoted.get()).append(']');
            }
        }
        return WORD.matcher(names.getFirst()).matches() ? Optional.of(path.toString()) : Optional.empty();
    }

    /** Texts in Liquid know no escapes: a name with both kinds of quotes cannot be written. */
    private static Optional<String> quoted(String name) {
        if (name.chars().anyMatch(Character::isISOControl) || name.contains("}}") || name.contains("%}")) {
            return Optional.empty();
        }
        if (!name.contains("\"")) {
            return Optional.of('"' + name + '"');
        }
        return name.contains("'") ? Optional.empty() : Optional.of("'" + name + "'");
    }
}
