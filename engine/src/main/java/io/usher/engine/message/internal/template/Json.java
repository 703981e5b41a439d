package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values as JSON, and JSON as values. */
final class Json {

    private static final int LONGEST_READ = 100_000;
    private static final int DEEPEST = 50;
    private static final JsonMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(Limits.DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final StringBuilder json = new StringBuilder();
    private final boolean forHtml;

    private Json(boolean forHtml) {
        this.forHtml = forHtml;
    }

    /** JSON where HTML is made: as it is inside of a script, which it cannot end; escaped elsewhere. */
    record Text(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** {@code forHtml}: characters that mean something to HTML are written as {@code \\u003c}. */
    static String write(@Nullable Object value, boolean forHtml) {
        var writer = new Json(forHtml);
        writer.value(value);
        return writer.json.toString();
    }

    /** Nothing when it is not JSON, or too much of it. */
    static @Nullable Object read(String json) {
        Budget.characters(4L * json.length());
        if (json.isBlank() || json.length() > LONGEST_READ) {
            return null;
        }
        try {
            return PlainModel.plain(READER.readValue(json, Object.class));
        } catch (JacksonException e) {
            return null;
        }
    }

    private void value(@Nullable Object value) {
        Budget.step();
        switch (value) {
            case null -> add("null");
            case Boolean flag -> add(flag.toString());
            case BigDecimal number -> add(number.toPlainString());
            case Number number -> add(number.toString());
            case Map<?, ?> map -> object(map);
            case Collection<?> list -> array(list);
            default -> text(Values.text(value));
        }
    }

    private void object(Map<?, ?> map) {
        var between = "{";
        for (var entry : map.entrySet()) {
            add(between);
            text(String.valueOf(entry.getKey()));
            add(":");
            value(entry.getValue());
            between = ",";
        }
        add(map.isEmpty() ? "{}" : "}");
    }

    private void array(Collection<?> list) {
        var between = "[";
        for (var element : list) {
            add(between);
            value(element);
            between = ",";
        }
        add(list.isEmpty() ? "[]" : "]");
    }

    private void text(String text) {
        Budget.characters(text.length());
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        add("\"");
    }

    private void character(char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ' || c == '\u2028' || c == '\u2029' || forHtml && "<>&'".indexOf(c) >= 0) {
                    json.append("\\u")
                            .append(Character.forDigit(c >> 12, 16))
                            .append(Character.forDigit(c >> 8 & 15, 16));
                    json.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
                } else {
                    json.append(c);
                }
            }
        }
    }

    private void add(String piece) {
        json.append(piece);
        if (json.length() > Limits.VALUE) {
            throw ExceededException.tooLarge();
        }
    }
}
