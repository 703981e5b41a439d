package io.usher.engine.workflow.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON objects inside drawings and stored triggers: whole numbers are Long, others BigDecimal, a repeated name is refused. */
public final class Json {

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** The object in this text; null when the text is anything else. */
    public static @Nullable Map<String, @Nullable Object> object(String text) {
        try {
            return MAPPER.readValue(text, OBJECT);
        } catch (JacksonException notAnObject) {
            return null;
        }
    }

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
