package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.BranchNodes.Branch;
import io.usher.engine.message.internal.template.Node.Flow;
import io.usher.engine.message.internal.template.Source.Piece.Tag;
import io.usher.engine.message.internal.template.TemplateReader.Body;
import io.usher.engine.message.internal.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one tag with everything up to its end. */
final class TagReader {

    private static final Set<String> BRANCHES = Set.of("elsif", "else");
    private static final Set<String> REFUSED = Set.of(
            "include",
            "include_relative",
            "render",
            "section",
            "sections",
            "layout",
            "form",
            "paginate",
            "style",
            "stylesheet",
            "javascript",
            "schema",
            "content_for",
            "liquid");

    private TagReader() {}

    static Node read(Tag tag, TemplateReader reader) {
        var words = new Words(tag.tokens());
        return switch (tag.name().kind() == Kind.NAME ? tag.name().text() : "") {
            case "if" -> branches(tag, words, reader, "endif", false);
            case "unless" -> branches(tag, words, reader, "endunless", true);
            case "case" -> cases(tag, words, reader);
            case "for" -> LoopReader.loop(tag, words, reader);
            case "tablerow" -> LoopReader.table(tag, words, reader);
            case "assign" -> assign(words);
            case "capture" -> capture(tag, words, reader);
            case "cycle" -> cycle(tag, words);
            case "ifchanged" -> {
                words.end();
                yield new StateNodes.Changed(reader.bodyOf(tag));
            }
            case "increment" -> counter(words, 1, -1);
            case "decrement" -> counter(words, -1, 0);
            case "echo" -> reader.output(words);
            case "break" -> jump(words, Flow.BREAK);
            case "continue" -> jump(words, Flow.CONTINUE);
            default -> throw unknown(tag.name());
        };
    }

    private static FlawException unknown(Token name) {
        if (name.kind() != Kind.NAME) {
            return FlawException.at(name.at(), "it cannot be read at \"" + Words.shown(name) + "\"");
        }
        if (REFUSED.contains(name.text())) {
            return FlawException.at(name.at(), name.text() + " is not available in templates");
        }
        boolean end = name.text().startsWith("end") || name.text().equals("when") || BRANCHES.contains(name.text());
        return FlawException.at(
                name.at(),
                end ? "\"" + name.text() + "\" does not belong here" : "there is no tag \"" + name.text() + "\"");
    }

    private static Node branches(Tag tag, Words words, TemplateReader reader, String end, boolean negated) {
        var branches = new ArrayList<Branch>();
        var ends = Set.of("elsif", "else", end);
        var condition = ExpressionReader.condition(words);
        words.end();
        var body = reader.body(tag, ends);
        branches.add(new Branch(condition, negated, body.block()));
        while (body.endedBy("elsif")) {
            var further = body.words();
            condition = ExpressionReader.condition(further);
            further.end();
            body = reader.body(tag, ends);
            branches.add(new Branch(condition, false, body.block()));
        }
        return new BranchNodes.If(List.copyOf(branches), otherwise(tag, body, reader, end));
    }

    private static Node.@Nullable Block otherwise(Tag tag, Body body, TemplateReader reader, String end) {
        body.words().end();
        if (!body.endedBy("else")) {
            return null;
        }
        var last = reader.body(tag, Set.of(end));
        last.words().end();
        return last.block();
    }

    private static Node cases(Tag tag, Words words, TemplateReader reader) {
        var subject = ExpressionReader.value(words);
        words.end();
        var ends = Set.of("when", "else", "endcase");
        var whens = new ArrayList<BranchNodes.When>();
        var body = reader.body(tag, ends);
        while (body.endedBy("when")) {
            var values = new ArrayList<Expression>();
            var further = body.words();
            do {
                values.add(ExpressionReader.value(further));
            } while (further.takeIf(",") || further.takeWord("or"));
            further.end();
            body = reader.body(tag, ends);
            whens.add(new BranchNodes.When(List.copyOf(values), body.block()));
        }
        return new BranchNodes.Case(subject, List.copyOf(whens), otherwise(tag, body, reader, "endcase"));
    }

    private static Node assign(Words words) {
        var name = words.name("a name");
        words.sign("=");
        return new StateNodes.Assign(name.text(), FilterReader.assigned(words));
    }

    private static Node capture(Tag tag, Words words, TemplateReader reader) {
        var name = words.peek().kind() == Kind.TEXT ? words.take() : words.name("a name");
        words.end();
        return new StateNodes.Capture(name.text(), reader.bodyOf(tag));
    }

    private static Node cycle(Tag tag, Words words) {
        var values = new ArrayList<Expression>();
        var first = ExpressionReader.value(words);
        var group = words.takeIf(":") ? first : null;
        if (group == null) {
            values.add(first);
        } else {
            values.add(ExpressionReader.value(words));
        }
        while (words.takeIf(",")) {
            values.add(ExpressionReader.value(words));
        }
        words.end();
        var text = tag.tokens().stream().map(Token::text).collect(Collectors.joining(" "));
        return new StateNodes.Cycle(text, group, List.copyOf(values));
    }

    private static Node counter(Words words, int by, int shownBy) {
        var name = words.name("a name");
        words.end();
        return new StateNodes.Counter(name.text(), by, shownBy);
    }

    private static Node jump(Words words, Flow flow) {
        words.end();
        return new Node.Jump(flow);
    }
}
