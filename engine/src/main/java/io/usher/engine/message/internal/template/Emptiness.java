package io.usher.engine.message.internal.template;

import org.jspecify.annotations.Nullable;

/** The words {@code empty} and {@code blank}, which equal many values and print nothing. */
enum Emptiness {
    EMPTY,
    BLANK;

    boolean includes(@Nullable Object value) {
        return value == this || (this == EMPTY ? Values.isEmpty(value) : Values.isBlank(value));
    }

    @Override
    public String toString() {
        return "";
    }
}
