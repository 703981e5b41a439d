package io.usher.engine.platform.web;

import io.usher.engine.platform.json.JsonFailures;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.Problems;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with JSON that cannot be read: the path of the field and the rule, never a name from the code. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JacksonException failure) {
        var field = path(failure);
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                Problems.invalid(field, "unknown", "\"" + unknown.getPropertyName() + "\" is not a known field")
                        .problem();
            case MismatchedInputException mismatch ->
                Problems.invalid(
                                field,
                                "type",
                                (field.isEmpty() ? "The body" : field) + " is not " + inWords(mismatch.getTargetType()))
                        .problem();
            case StreamConstraintsException limit ->
                Problems.invalid(field, "limit", JsonFailures.inWords(limit)).problem();
            case StreamReadException malformed ->
                Problems.invalid(field, "json", JsonFailures.inWords(malformed)).problem();
            default ->
                Problems.invalid(field, "valid", (field.isEmpty() ? "The body" : field) + " is not valid")
                        .problem();
        };
    }

    /** What a value should have been, for a person. */
    static String inWords(@Nullable Class<?> type) {
        if (type == null) {
            return "of the right type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T09:30:00Z";
        }
        if (type == BigDecimal.class || type == Double.class || type == double.class) {
            return "a number";
        }
        if (Number.class.isAssignableFrom(type) || type == BigInteger.class || type.isPrimitive()) {
            return "a whole number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of the right type";
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
