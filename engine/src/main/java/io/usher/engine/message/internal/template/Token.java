package io.usher.engine.message.internal.template;

/**
 * A word or sign between braces.
 *
 * @param text of a TEXT without its quotes
 * @param at where it begins in the source
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
