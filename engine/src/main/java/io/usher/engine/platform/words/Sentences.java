package io.usher.engine.platform.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts of all modules: {@code sentences.properties} and, for each other language, {@code sentences_sv.properties} in the
 * module's folder. What one language lacks is said in English.
 */
@Component
public class Sentences {

    private static final String FILES = "classpath*:io/usher/engine/*/sentences%s.properties";

    private final Map<Language, Map<String, Pattern>> patterns = new EnumMap<>(Language.class);

    public Sentences() {
        for (var language : Language.values()) {
            patterns.put(language, read(language));
        }
    }

    Optional<Pattern> find(Language language, String key) {
        var own = patterns.getOrDefault(language, Map.of()).get(key);
        return Optional.ofNullable(own == null ? english().get(key) : own);
    }

    /** All of one language, by key. */
    Map<String, Pattern> of(Language language) {
        return Map.copyOf(patterns.getOrDefault(language, Map.of()));
    }

    /** The keys of all texts. */
    public Set<String> keys() {
        return Set.copyOf(english().keySet());
    }

    private Map<String, Pattern> english() {
        return patterns.getOrDefault(Language.ENGLISH, Map.of());
    }

    private static Map<String, Pattern> read(Language language) {
        var found = new HashMap<String, Pattern>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(FILES.formatted(language.ending()));
            for (Resource file : files) {
                properties(file).forEach((key, text) -> {
                    if (found.put(String.valueOf(key), Pattern.of(String.valueOf(text))) != null) {
                        throw new IllegalStateException("Two texts for " + key + " in language " + language.tag());
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Properties properties(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
