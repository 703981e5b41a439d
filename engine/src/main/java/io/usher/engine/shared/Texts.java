package io.usher.engine.shared;

import org.jspecify.annotations.Nullable;

/** Texts as they are given. */
public final class Texts {

    private Texts() {}

    /** The text as it is; null when it holds nothing but blanks. */
    public static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
