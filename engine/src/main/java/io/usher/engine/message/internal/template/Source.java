package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a template into text, outputs and tags, each character once from left to right. */
final class Source {

    private static final Set<String> VERBATIM = Set.of("raw", "comment", "doc");

    private final String text;
    private final Lexer lexer;
    private final List<Piece> pieces = new ArrayList<>();
    private int next;
    private boolean trimsNext;

    private Source(String text) {
        this.text = text;
        this.lexer = new Lexer(text);
    }

    /** A piece of a template; {@code at} is where it begins. */
    sealed interface Piece {

        int at();

        /** Text as it is. */
        record Text(String text, int at) implements Piece {}

        /** {@code {{ }}}. */
        record Output(List<Token> tokens, int at) implements Piece {}

        /** {@code {% %}}: its name, and the words behind it. */
        record Tag(Token name, List<Token> tokens, int at) implements Piece {}
    }

    static List<Piece> pieces(String text) {
        var source = new Source(text);
        source.read();
        return source.pieces;
    }

    private void read() {
        int start = 0;
        while (next < text.length()) {
            if (text.charAt(next) != '{' || !opensAt(next)) {
                next++;
                continue;
            }
            Budget.step();
            int opened = next;
            boolean trims = text.startsWith("-", opened + 2);
            text(start, opened, trims);
            readBraces(opened, opened + (trims ? 3 : 2));
            start = next;
        }
        text(start, text.length(), false);
    }

    private boolean opensAt(int at) {
        return text.startsWith("{{", at) || text.startsWith("{%", at);
    }

    private void text(int from, int to, boolean trimsEnd) {
        var piece = text.substring(from, to);
        piece = trimsNext ? piece.stripLeading() : piece;
        piece = trimsEnd ? piece.stripTrailing() : piece;
        trimsNext = false;
        if (!piece.isEmpty()) {
            pieces.add(new Piece.Text(piece, from));
        }
    }

    private void readBraces(int opened, int from) {
        if (text.charAt(opened + 1) == '{') {
            var words = lexer.words(opened, from, "}}");
            pieces.add(new Piece.Output(words.tokens(), opened));
            goOn(words);
            return;
        }
        if (isRemark(from)) {
            int end = text.indexOf("%}", from);
            if (end < 0) {
                throw unclosed(opened, "%}");
            }
            trimsNext = text.charAt(end - 1) == '-';
            next = end + 2;
            return;
        }
        var words = lexer.words(opened, from, "%}");
        var name = words.tokens().getFirst();
        goOn(words);
        if (name.kind() == Kind.NAME && VERBATIM.contains(name.text())) {
            verbatim(opened, name, words);
        } else if (name.kind() != Kind.END) {
            pieces.add(new Piece.Tag(
                    name, List.copyOf(words.tokens().subList(1, words.tokens().size())), opened));
        }
    }

    private void goOn(Lexer.Words words) {
        next = words.end();
        trimsNext = words.trims();
    }

    private boolean isRemark(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '#';
    }

    /** The inside of raw is text, of comment nothing; neither is read as Liquid. Comments stand inside of each other. */
    private void verbatim(int opened, Token name, Lexer.Words words) {
        new Words(words.tokens().subList(1, words.tokens().size())).end();
        int start = next;
        boolean trimsStart = trimsNext;
        int depth = 1;
        for (; next < text.length(); next++) {
            if (!text.startsWith("{%", next)) {
                continue;
            }
            int tag = next;
            var word = wordAt(tag);
            if (word.equals(name.text()) && name.text().equals("comment")) {
                depth++;
            } else if (word.equals("end" + name.text()) && --depth == 0) {
                trimsNext = trimsStart;
                inside(name.text(), start, tag);
                goOn(lexer.words(tag, text.indexOf(word, tag) + word.length(), "%}"));
                return;
            }
        }
        throw notEnded(name, opened);
    }

    private void inside(String name, int start, int end) {
        if (name.equals("raw")) {
            text(start, end, text.startsWith("-", end + 2));
        }
    }

    private String wordAt(int tag) {
        int from = tag + 2 + (text.startsWith("-", tag + 2) ? 1 : 0);
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && to - from < 20 && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    static FlawException notEnded(Token name, int at) {
        return FlawException.at(at, name.text() + " is not closed by \"end" + name.text() + "\"");
    }

    private FlawException unclosed(int at, String close) {
        return FlawException.at(at, "\"" + text.substring(at, at + 2) + "\" is not closed by \"" + close + "\"");
    }
}
