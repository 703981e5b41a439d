package io.usher.engine.platform.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts of all modules: {@code sentences.properties} and, for each other language, {@code sentences_sv.properties} in the
 * module's folder. What one language lacks is said in English. Names of what a module declares (blocks, facts) stand in English
 * with the declaration, and in {@code labels_sv.properties} beside.
 */
@Component
public class Sentences {

    private static final String FILES = "classpath*:io/usher/engine/*/sentences%s.properties";

    private static final String LABELS = "classpath*:io/usher/engine/*/labels%s.properties";

    private final Map<Language, Map<String, Pattern>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, String>> labels = new EnumMap<>(Language.class);

    public Sentences() {
        for (var language : Language.values()) {
            patterns.put(language, read(FILES, language, Pattern::of));
            labels.put(language, read(LABELS, language, Function.identity()));
        }
    }

    /** Words for those that cannot say their language, such as a log. */
    public Wording english() {
        return new Wording(this, Locale.ENGLISH, ZoneOffset.UTC, true);
    }

    Optional<Pattern> find(Language language, String key) {
        var own = patterns.getOrDefault(language, Map.of()).get(key);
        return Optional.ofNullable(own == null ? inEnglish().get(key) : own);
    }

    /** All of one language, by key. */
    Map<String, Pattern> of(Language language) {
        return Map.copyOf(patterns.getOrDefault(language, Map.of()));
    }

    /** All names of one language, by key. */
    Map<String, String> labels(Language language) {
        return Map.copyOf(labels.getOrDefault(language, Map.of()));
    }

    /** The name of a thing; in English it stands where the thing is declared. */
    Optional<String> label(Language language, String key) {
        return Optional.ofNullable(labels.getOrDefault(language, Map.of()).get(key));
    }

    /** The keys of all texts. */
    public Set<String> keys() {
        return Set.copyOf(inEnglish().keySet());
    }

    private Map<String, Pattern> inEnglish() {
        return patterns.getOrDefault(Language.ENGLISH, Map.of());
    }

    private static <T> Map<String, T> read(String where, Language language, Function<String, T> made) {
        var found = new HashMap<String, T>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(where.formatted(language.ending()));
            for (Resource file : files) {
                properties(file).forEach((key, text) -> {
                    if (found.put(String.valueOf(key), made.apply(String.valueOf(text))) != null) {
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
