package io.usher.engine.shared;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a closed list that has a name outside the code: in the API, in stored documents. The name does not change. */
public interface Keyed {

    String key();

    /** The value with this key; empty when there is none. */
    static <E extends Enum<E> & Keyed> Optional<E> find(Class<E> type, @Nullable String key) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.key().equals(key))
                .findFirst();
    }

    /** The value of a stored key, which must be one. */
    static <E extends Enum<E> & Keyed> E stored(Class<E> type, @Nullable String key) {
        return find(type, key)
                .orElseThrow(() -> new IllegalStateException("Unknown " + type.getSimpleName() + " " + key));
    }

    /** The value of a field; 400 that names the field and what it may be. */
    static <E extends Enum<E> & Keyed> E read(Class<E> type, String field, String key) {
        return find(type, key)
                .orElseThrow(() -> Problems.invalid(field, "choice", field + " is not one of " + list(type)));
    }

    /** All keys, as a sentence lists them. */
    static <E extends Enum<E> & Keyed> String list(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Keyed::key).collect(Collectors.joining(", "));
    }
}
