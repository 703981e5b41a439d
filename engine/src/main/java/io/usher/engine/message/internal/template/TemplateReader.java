package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Source.Piece;
import io.usher.engine.message.internal.template.Source.Piece.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of a template together to the tree that is rendered. */
final class TemplateReader {

    private final List<Piece> pieces;
    private final Script script = new Script();
    private int next;
    private int depth;

    private TemplateReader(List<Piece> pieces) {
        this.pieces = pieces;
    }

    static Node read(String source) {
        var reader = new TemplateReader(Source.pieces(source));
        return reader.body(null, Set.of()).block();
    }

    /** What stands between tags, and the tag that ended it; none at the template's end. */
    record Body(Node.Block block, @Nullable Tag ending) {

        boolean endedBy(String name) {
            return ending != null && ending.name().text().equals(name);
        }

        /** The words of the tag that ended it. */
        Words words() {
            return new Words(ending == null ? List.of() : ending.tokens());
        }
    }

    /** Everything up to one of these tags. */
    Body body(@Nullable Tag opener, Set<String> ends) {
        var nodes = new ArrayList<Node>();
        if (++depth > Limits.DEPTH) {
            throw FlawException.at(
                    opener == null ? 0 : opener.at(),
                    "the template is nested too deeply: more than " + Limits.DEPTH + " tags");
        }
        while (next < pieces.size()) {
            Budget.step();
            switch (pieces.get(next++)) {
                case Piece.Text text -> {
                    script.read(text.text());
                    nodes.add(new Node.Text(text.text()));
                }
                case Piece.Output output -> nodes.add(output(new Words(output.tokens())));
                case Tag tag
                when ends.contains(tag.name().text()) -> {
                    depth--;
                    return new Body(new Node.Block(List.copyOf(nodes)), tag);
                }
                case Tag tag -> nodes.add(TagReader.read(tag, this));
            }
        }
        if (opener != null) {
            throw Source.notEnded(opener.name(), opener.at());
        }
        depth--;
        return new Body(new Node.Block(List.copyOf(nodes)), null);
    }

    /** Everything up to the end of this tag. */
    Node.Block bodyOf(Tag tag) {
        var body = body(tag, Set.of("end" + tag.name().text()));
        body.words().end();
        return body.block();
    }

    Node output(Words words) {
        return new Node.Output(FilterReader.value(words), script.inside());
    }
}
