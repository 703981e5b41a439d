package io.usher.engine.rule;

import io.usher.engine.shared.Keyed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a person can choose for a rule.
 *
 * @param names the names that the path is made of; a name may have dots in it
 * @param path as rules spell it; {@code *} stands for every element of a list
 * @param label for a person; of a path with {@code *} it begins with "Any"
 * @param example a value that was seen, null when none is known
 * @param choices the values it can have when they are few and known, else empty
 */
public record KnownFact(
        List<String> names,
        String path,
        String label,
        Type type,
        @Nullable Object example,
        List<String> choices) {

    public KnownFact {
        names = List.copyOf(names);
        choices = List.copyOf(choices);
    }

    /** A fact whose names have no dots. */
    public KnownFact(String path, String label, Type type, @Nullable Object example, List<String> choices) {
        this(List.of(path.split("\\.")), path, label, type, example, choices);
    }

    public static KnownFact of(String path, String label, Type type) {
        return new KnownFact(path, label, type, null, List.of());
    }

    public static KnownFact of(String path, String label, Type type, Object example) {
        return new KnownFact(path, label, type, example, List.of());
    }

    /** One of these texts. */
    public static KnownFact choice(String path, String label, List<String> choices) {
        return new KnownFact(path, label, Type.TEXT, choices.getFirst(), choices);
    }

    /** The first part of the path: whose fact it is. */
    public String group() {
        return new FactPath(path).root();
    }

    /** What kind of value it is, which decides the operators that suit it. */
    public enum Type implements Keyed {
        TEXT,
        NUMBER,
        TIME,
        FLAG,
        LIST;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
