package io.usher.engine.platform.words;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The texts of a language, for tests: by key, the arguments that each tells. */
public final class SentenceTexts {

    private SentenceTexts() {}

    /** The keys of Swedish names that begin so. */
    public static Set<String> labels(String beginning) {
        return new TreeSet<>(new Sentences()
                .labels(Language.SWEDISH).keySet().stream()
                        .filter(key -> key.startsWith(beginning))
                        .toList());
    }

    public static Map<String, Set<String>> of(Language language) {
        var arguments = new TreeMap<String, Set<String>>();
        new Sentences().of(language).forEach((key, pattern) -> arguments.put(key, pattern.arguments()));
        return arguments;
    }
}
