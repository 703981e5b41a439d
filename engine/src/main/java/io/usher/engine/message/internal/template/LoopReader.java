package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Source.Piece.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code for} and {@code tablerow}. */
final class LoopReader {

    private static final Set<String> OF_FOR = Set.of("limit", "offset");
    private static final Set<String> OF_TABLE = Set.of("cols", "limit", "offset");

    private final Words words;
    private final Set<String> known;
    private @Nullable Expression limit;
    private @Nullable Expression offset;
    private @Nullable Expression columns;
    private boolean reversed;
    private boolean goesOn;

    private LoopReader(Words words, Set<String> known) {
        this.words = words;
        this.known = known;
    }

    static Node loop(Tag tag, Words words, TemplateReader reader) {
        var head = new LoopReader(words, OF_FOR).head(tag);
        var body = reader.body(tag, Set.of("else", "endfor"));
        body.words().end();
        Node.Block otherwise = null;
        if (body.endedBy("else")) {
            var rest = reader.body(tag, Set.of("endfor"));
            rest.words().end();
            otherwise = rest.block();
        }
        return new LoopNodes.For(head, body.block(), otherwise);
    }

    static Node table(Tag tag, Words words, TemplateReader reader) {
        return new LoopNodes.TableRow(new LoopReader(words, OF_TABLE).head(tag), reader.bodyOf(tag));
    }

    private Loop.Head head(Tag tag) {
        var variable = words.name("a name").text();
        if (!words.takeWord("in")) {
            throw words.expected("\"in\"");
        }
        int from = words.peek().at();
        var elements = ExpressionReader.value(words);
        while (!words.atEnd()) {
            option();
        }
        var name = variable + "-"
                + tag.tokens().stream()
                        .filter(token -> token.at() >= from)
                        .map(Token::text)
                        .takeWhile(text -> !known.contains(text) && !text.equals("reversed"))
                        .reduce("", String::concat);
        return new Loop.Head(variable, name, elements, List.of(reversed, goesOn), limit, offset, columns);
    }

    private void option() {
        words.takeIf(",");
        var option = words.name("\"limit\" or \"offset\"");
        if (option.text().equals("reversed") && known.equals(OF_FOR)) {
            reversed = true;
            return;
        }
        if (!known.contains(option.text())) {
            throw FlawException.at(option.at(), "a loop has no \"" + option.text() + "\"");
        }
        words.sign(":");
        switch (option.text()) {
            case "limit" -> limit = ExpressionReader.value(words);
            case "cols" -> columns = ExpressionReader.value(words);
            default -> {
                goesOn = words.takeWord("continue");
                offset = goesOn ? null : ExpressionReader.value(words);
            }
        }
    }
}
