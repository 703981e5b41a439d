package io.usher.engine.platform.words;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The texts of a language, for tests: by key, the arguments that each tells. */
public final class SentenceTexts {

    private SentenceTexts() {}

    public static Map<String, Set<String>> of(Language language) {
        var arguments = new TreeMap<String, Set<String>>();
        new Sentences().of(language).forEach((key, pattern) -> arguments.put(key, pattern.arguments()));
        return arguments;
    }
}
