package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Source.Piece;
import io.usher.engine.message.internal.template.Token.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first names that a template writes without asking whether there is anything. */
final class Needs {

    private static final Set<String> ASKING = Set.of("if", "unless", "elsif", "case", "when");
    private static final Set<String> NAMING = Set.of("assign", "capture", "for", "tablerow", "increment", "decrement");

    private Needs() {}

    static Set<String> of(List<Piece> pieces) {
        var needed = new HashSet<String>();
        var known = new HashSet<String>();
        for (var piece : pieces) {
            Budget.step();
            switch (piece) {
                case Piece.Text text -> {}
                case Piece.Output output when output.tokens().stream().anyMatch(token -> token.isWord("default")) -> {}
                case Piece.Output output -> needed.addAll(names(output.tokens()));
                case Piece.Tag tag when ASKING.contains(tag.name().text()) -> known.addAll(names(tag.tokens()));
                case Piece.Tag tag
                when NAMING.contains(tag.name().text()) -> {
                    known.addAll(names(tag.tokens().subList(0, 1)));
                    needed.addAll(names(tag.tokens()));
                }
                case Piece.Tag tag -> needed.addAll(names(tag.tokens()));
            }
        }
        needed.removeAll(known);
        return needed;
    }

    /** Names that nothing stands before that they would belong to: a path, or the name of a filter. */
    private static Set<String> names(List<Token> tokens) {
        var names = new HashSet<String>();
        for (int i = 0; i < tokens.size(); i++) {
            var belongs =
                    i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("|"));
            if (tokens.get(i).kind() == Kind.NAME && !belongs) {
                names.add(tokens.get(i).text());
            }
        }
        return names;
    }
}
