package io.usher.engine.workflow.internal;

import io.usher.engine.shared.Problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object from outside and notes by path what is wrong; a wrong one reads as a harmless value. */
final class JsonFields {

    private static final int LONGEST_TEXT = 200;

    private final Map<?, ?> values;
    private final String path;
    private final List<FieldError> errors;

    private JsonFields(Map<?, ?> values, String path, List<FieldError> errors) {
        this.values = values;
        this.path = path;
        this.errors = errors;
    }

    static JsonFields root(Map<String, ?> values, List<FieldError> errors) {
        return new JsonFields(values, "", errors);
    }

    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    void error(String field, String rule, String message) {
        errors.add(new FieldError(path(field), rule, path(field) + " " + message));
    }

    /** Refuses fields of other names. */
    void only(String... names) {
        var known = Set.of(names);
        values.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> error(name, "unknown", "is not a known field"));
    }

    void absent(String field, String why) {
        if (values.get(field) != null) {
            error(field, "not-used", "has no meaning here: " + why);
        }
    }

    @Nullable
    Object value(String field) {
        return values.get(field);
    }

    /** The objects of a list; a missing list is empty. */
    List<JsonFields> objects(String field, int most) {
        var objects = new ArrayList<JsonFields>();
        var value = values.get(field);
        if (value == null) {
            return objects;
        }
        if (!(value instanceof List<?> list)) {
            error(field, "type", "is not a list");
            return objects;
        }
        if (list.size() > most) {
            error(field, "size", "has more than " + most + " entries");
            return objects;
        }
        for (int i = 0; i < list.size(); i++) {
            addObject(field + "[" + i + "]", list.get(i), objects);
        }
        return objects;
    }

    private void addObject(String field, @Nullable Object value, List<JsonFields> objects) {
        if (value instanceof Map<?, ?> map) {
            objects.add(new JsonFields(map, path(field), errors));
        } else {
            error(field, "type", "is not an object");
        }
    }

    @Nullable
    JsonFields object(String field) {
        var value = values.get(field);
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(map, path(field), errors);
        }
        error(field, value == null ? "required" : "type", value == null ? "is required" : "is not an object");
        return null;
    }

    String text(String field) {
        var text = optionalText(field);
        if (text == null && values.get(field) == null) {
            error(field, "required", "is required");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String field) {
        var value = values.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT) {
            return text;
        }
        error(field, "text", "is not a text of 1 to " + LONGEST_TEXT + " characters");
        return null;
    }

    int number(String field, int least, int most) {
        var value = values.get(field);
        if (value instanceof Number number
                && new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.intValue();
        }
        error(
                field,
                value == null ? "required" : "range",
                (value == null ? "is required: " : "is not ") + "a whole number from " + least + " to " + most);
        return least;
    }

    <T> T choice(String field, Map<String, T> choices, T otherwise) {
        if (values.get(field) == null) {
            error(field, "required", "is required: one of " + String.join(", ", new TreeSet<>(choices.keySet())));
            return otherwise;
        }
        return optionalChoice(field, choices, otherwise);
    }

    <T> T optionalChoice(String field, Map<String, T> choices, T otherwise) {
        var value = values.get(field);
        if (value == null) {
            return otherwise;
        }
        var chosen = value instanceof String key ? choices.get(key) : null;
        if (chosen == null) {
            error(field, "choice", "is not one of " + String.join(", ", new TreeSet<>(choices.keySet())));
            return otherwise;
        }
        return chosen;
    }
}
