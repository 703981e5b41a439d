package io.usher.engine.platform.web;

import io.usher.engine.shared.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lays merge patches (RFC 7396) over what is there, and reads what comes out as the form that a PUT would have sent. */
@Component
public class MergedForms {

    private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final JsonMapper json;

    MergedForms(JsonMapper json) {
        this.json = json;
    }

    /**
     * The form of what is to be there; its own rules are still to be checked.
     *
     * @param now the form of what is there
     * @throws ProblemException 400 that names a field that is unknown or of another type
     */
    public <T> T merged(T now, Map<String, @Nullable Object> patch, Class<T> type) {
        try {
            var whole = json.readValue(json.writeValueAsBytes(now), FIELDS);
            merge(whole, patch);
            return json.readValue(json.writeValueAsBytes(whole), type);
        } catch (JacksonException e) {
            throw new ProblemException(JsonProblems.of(e));
        }
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, @Nullable Object> target, Map<String, @Nullable Object> patch) {
        patch.forEach((name, value) -> {
            if (value == null) {
                target.remove(name);
            } else if (value instanceof Map<?, ?> inner) {
                var below = target.get(name) instanceof Map<?, ?> there
                        ? new LinkedHashMap<>((Map<String, @Nullable Object>) there)
                        : new LinkedHashMap<String, @Nullable Object>();
                merge(below, (Map<String, @Nullable Object>) inner);
                target.put(name, below);
            } else {
                target.put(name, value);
            }
        });
    }
}
