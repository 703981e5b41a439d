package io.usher.engine.embedded;

import io.usher.engine.embedded.KeyRange.Bound;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a query asks of one field, as far as an index can answer it; the matcher decides the rest. */
sealed interface Condition {

    record Equal(@Nullable Object value) implements Condition {}

    /** Values in key order, each once. */
    record OneOf(List<Object> values) implements Condition {}

    /** Without bounds: the field is there. */
    record Between(@Nullable Bound low, @Nullable Bound high) implements Condition {}

    /** Never matched by a document that lacks the field, so that a sparse index may answer. */
    default boolean needsField() {
        return switch (this) {
            case Equal e -> e.value() != null;
            case OneOf o -> o.values().stream().allMatch(Objects::nonNull);
            case Between b -> true;
        };
    }
}
