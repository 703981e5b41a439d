package io.usher.engine.platform.web;

import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Opaque cursors of lists: the sort values of the last row, as base64url of a JSON list of texts. One that is broken or of
 * another list is refused with 400, field {@code cursor}.
 */
public final class Cursors {

    private static final int MAX_LENGTH = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private Cursors() {}

    /** The cursor of these sort values; numbers, texts and instants come back by the readers of {@link Position}. */
    public static String encode(Object... values) {
        var json =
                JSON.writeValueAsString(Stream.of(values).map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The sort values of a cursor, exactly {@code size} of them. */
    public static Position decode(String cursor, int size) {
        if (cursor.length() > MAX_LENGTH) {
            throw broken(null);
        }
        try {
            var values = JSON.readValue(Base64.getUrlDecoder().decode(cursor), TEXTS);
            if (values == null || values.size() != size || values.contains(null)) {
                throw broken(null);
            }
            return new Position(values);
        } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
            throw broken(e);
        }
    }

    /** The place in a list where the next page begins. */
    public record Position(List<String> values) {

        public Position {
            values = List.copyOf(values);
        }

        public String text(int index) {
            return values.get(index);
        }

        public long number(int index) {
            try {
                return Long.parseLong(values.get(index));
            } catch (NumberFormatException e) {
                throw broken(e);
            }
        }

        public Instant instant(int index) {
            try {
                return Instants.read(values.get(index));
            } catch (IllegalArgumentException e) {
                throw broken(e);
            }
        }
    }

    private static ProblemException broken(@Nullable Throwable cause) {
        var problem = Problems.invalid("cursor", "cursor", "cursor is not one that this list gave");
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }
}
