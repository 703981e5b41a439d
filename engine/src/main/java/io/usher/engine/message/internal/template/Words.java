package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Token.Kind;
import java.util.List;

/** The words of one tag, read from left to right; a complaint names the word that does not fit. */
final class Words {

    private final List<Token> tokens;
    private int next;
    private int depth;

    Words(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    Token take() {
        var token = peek();
        if (!atEnd()) {
            next++;
        }
        return token;
    }

    boolean takeIf(String sign) {
        boolean is = peek().is(sign);
        next += is ? 1 : 0;
        return is;
    }

    boolean takeWord(String word) {
        boolean is = peek().isWord(word);
        next += is ? 1 : 0;
        return is;
    }

    /** Whether the word after the next is this sign. */
    boolean isFollowedBy(String sign) {
        return next + 1 < tokens.size() && tokens.get(next + 1).is(sign);
    }

    Token name(String what) {
        if (peek().kind() != Kind.NAME) {
            throw expected(what);
        }
        return take();
    }

    void sign(String sign) {
        if (!takeIf(sign)) {
            throw expected("\"" + sign + "\"");
        }
    }

    void end() {
        if (!atEnd()) {
            throw unreadable();
        }
    }

    /** One bracket deeper. */
    void deeper() {
        if (++depth > Limits.DEPTH) {
            throw FlawException.at(peek().at(), "it has more than " + Limits.DEPTH + " brackets inside of each other");
        }
    }

    void higher() {
        depth--;
    }

    FlawException unreadable() {
        return FlawException.at(peek().at(), "it cannot be read at \"" + shown(peek()) + "\"");
    }

    FlawException expected(String what) {
        return FlawException.at(peek().at(), what + " is missing before \"" + shown(peek()) + "\"");
    }

    static String shown(Token token) {
        return token.kind() == Kind.TEXT ? Shown.of(token.text()) : token.text();
    }
}
