package io.usher.engine.message.internal.template;

import io.usher.engine.message.RenderException;

/** Subjects, names and addresses: a line break in one would forge headers. */
final class SingleLine {

    private static final String UNICODE_BREAKS = "\u0085\u2028\u2029";

    private SingleLine() {}

    /** The text without white space around it. */
    static String of(String rendered) {
        var text = rendered.strip();
        if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f || UNICODE_BREAKS.indexOf(c) >= 0)) {
            throw new RenderException(
                    "The text must be one line, but it has a line break or a control character in it");
        }
        return text;
    }
}
