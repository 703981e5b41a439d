package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import io.usher.engine.message.internal.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words between braces, each character once. Editors of HTML write quotes and comparisons inside of braces as
 * entities; they are read as what they stand for.
 */
final class Lexer {

    private static final Map<String, Character> ENTITIES =
            Map.of("&quot;", '"', "&#34;", '"', "&#39;", '\'', "&apos;", '\'', "&lt;", '<', "&gt;", '>', "&nbsp;", ' ');
    private static final int LONGEST_ENTITY = 6;
    private static final List<String> DOUBLE_SIGNS = List.of("..", "==", "!=", "<>", "<=", ">=");
    private static final String SIGNS = ".:,|[]()=<>";
    private static final int SHOWN = 40;

    private final String source;
    private int next;
    private int count;

    Lexer(String source) {
        this.source = source;
    }

    /** Where reading goes on behind the braces, and whether white space goes too ({@code -}}}). */
    record Words(List<Token> tokens, int end, boolean trims) {}

    /** The words from here to the closing braces; {@code opened} is where the opening ones stand. */
    Words words(int opened, int from, String close) {
        var tokens = new ArrayList<Token>();
        next = from;
        while (true) {
            skipSpace();
            if (next >= source.length()) {
                throw FlawException.at(opened, "\"" + shown(opened) + "\" is not closed by \"" + close + "\"");
            }
            boolean trims = source.charAt(next) == '-' && source.startsWith(close, next + 1);
            if (trims || source.startsWith(close, next)) {
                tokens.add(new Token(Kind.END, close, next));
                return new Words(tokens, next + (trims ? 1 : 0) + close.length(), trims);
            }
            tokens.add(token(opened, close, tokens.isEmpty() ? null : tokens.getLast()));
            if (++count > Limits.TOKENS) {
                throw new ExceededException("has more than " + Limits.TOKENS + " words in its braces");
            }
            Budget.step();
        }
    }

    private void skipSpace() {
        while (next < source.length() && (isSpace(source.charAt(next)) || character(next) == ' ')) {
            next += width(next);
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }

    private Token token(int opened, String close, @Nullable Token before) {
        char c = character(next);
        if (c == '"' || c == '\'') {
            return text(opened, c, close);
        }
        if (isDigit(c) && before != null && before.is(".") || Character.isLetter(c) || c == '_') {
            return name(close);
        }
        if (isDigit(c) || c == '-' && next + 1 < source.length() && isDigit(source.charAt(next + 1))) {
            return number();
        }
        return sign();
    }

    private Token text(int opened, char quote, String close) {
        int start = next;
        next += width(next);
        int begin = next;
        int closing = -1;
        for (; next < source.length(); next++) {
            char c = source.charAt(next);
            if (c == '\n' && closing >= 0) {
                break;
            }
            if (closing < 0 && source.startsWith(close, next)) {
                closing = next;
            }
            if (character(next) == quote && width(next) == begin - start) {
                var text = source.substring(begin, next);
                next += width(next);
                return new Token(Kind.TEXT, text, start);
            }
        }
        if (next >= source.length() && closing < 0) {
            throw FlawException.at(opened, "\"" + shown(opened) + "\" is not closed by \"" + close + "\"");
        }
        throw FlawException.at(start, "the quote before \"" + shown(begin) + "\" is not closed");
    }

    private Token name(String close) {
        int start = next;
        while (next < source.length() && isInName(source.charAt(next))) {
            if (source.charAt(next) == '-' && source.startsWith(close, next + 1)) {
                break;
            }
            next++;
        }
        if (next < source.length() && source.charAt(next) == '?') {
            next++;
        }
        return new Token(Kind.NAME, source.substring(start, next), start);
    }

    private static boolean isInName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private Token number() {
        int start = next;
        next++;
        digits();
        if (next + 1 < source.length() && source.charAt(next) == '.' && isDigit(source.charAt(next + 1))) {
            next++;
            digits();
        }
        if (next - start > Limits.DIGITS) {
            throw FlawException.at(start, "a number has more than " + Limits.DIGITS + " digits");
        }
        if (next < source.length() && (Character.isLetter(source.charAt(next)) || source.charAt(next) == '_')) {
            throw FlawException.at(start, unreadable(start));
        }
        return new Token(Kind.NUMBER, source.substring(start, next), start);
    }

    private void digits() {
        while (next < source.length() && isDigit(source.charAt(next))) {
            next++;
        }
    }

    private Token sign() {
        int start = next;
        int second = next + width(next);
        if (second < source.length()) {
            var two = "" + character(next) + character(second);
            if (DOUBLE_SIGNS.contains(two)) {
                next = second + width(second);
                return new Token(Kind.SIGN, two, start);
            }
        }
        if (SIGNS.indexOf(character(next)) < 0) {
            throw FlawException.at(start, unreadable(start));
        }
        var sign = String.valueOf(character(next));
        next = second;
        return new Token(Kind.SIGN, sign, start);
    }

    private String unreadable(int at) {
        char c = source.charAt(at);
        return "\u201c\u201d\u201e\u2018\u2019".indexOf(c) >= 0
                ? "it cannot be read at \"" + c + "\"; texts stand in straight quotes"
                : "it cannot be read at \"" + shown(at) + "\"";
    }

    /** What a person sees at this place: the words there, at most a line. */
    private String shown(int from) {
        int to = from;
        while (to < source.length() && to - from < SHOWN && source.charAt(to) != '\n' && !closes(to)) {
            to++;
        }
        if (to < source.length() && Character.isLowSurrogate(source.charAt(to))) {
            to--;
        }
        return source.substring(from, to).strip();
    }

    private boolean closes(int at) {
        return source.startsWith("}}", at) || source.startsWith("%}", at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private char character(int at) {
        return source.charAt(at) == '&' ? ENTITIES.getOrDefault(entity(at), '&') : source.charAt(at);
    }

    private int width(int at) {
        var entity = source.charAt(at) == '&' ? entity(at) : "";
        return ENTITIES.containsKey(entity) ? entity.length() : 1;
    }

    private String entity(int at) {
        for (int end = at + 1; end < source.length() && end - at < LONGEST_ENTITY; end++) {
            if (source.charAt(end) == ';') {
                return source.substring(at, end + 1);
            }
        }
        return "";
    }
}
