package io.usher.engine.message.internal.template;

import org.jspecify.annotations.Nullable;

/** A value as a complaint names it: short and on one line. */
final class Shown {

    private static final int LONGEST = 40;

    private Shown() {}

    static String of(@Nullable Object value) {
        var text = SingleLine.of(Values.text(value));
        int end = Characters.offset(text, LONGEST);
        return end == text.length() ? text : text.substring(0, end) + "...";
    }
}
