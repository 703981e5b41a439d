package io.usher.designer.workflows;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A workflow that is ready to be copied.
 *
 * @param sentence what it does
 */
public record Sample(String key, String name, String sentence, List<String> tags) {

    public Sample(String key, String name, @Nullable String sentence, @Nullable List<String> tags) {
        this.key = key;
        this.name = name;
        this.sentence = Objects.requireNonNullElse(sentence, "");
        this.tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
    }
}
