package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Expression.Compared;
import io.usher.engine.message.internal.template.Expression.Joined;
import io.usher.engine.message.internal.template.Expression.Literal;
import io.usher.engine.message.internal.template.Expression.Range;
import io.usher.engine.message.internal.template.Lookup.Computed;
import io.usher.engine.message.internal.template.Lookup.Step;
import io.usher.engine.message.internal.template.Lookup.Variable;
import io.usher.engine.message.internal.template.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads values and conditions. */
final class ExpressionReader {

    private static final Set<String> COMPARING = Set.of("==", "!=", "<>", "<", "<=", ">", ">=");

    private ExpressionReader() {}

    /** {@code a == 1 and b}, behind which no filter may stand. */
    static Expression condition(Words words) {
        var condition = joined(words);
        if (words.peek().is("|")) {
            throw FlawException.at(
                    words.peek().at(), "a filter cannot stand in a condition; assign its value before and ask that");
        }
        if (words.peek().is("=")) {
            throw FlawException.at(words.peek().at(), "\"=\" does not compare; write \"==\"");
        }
        return condition;
    }

    /** {@code a == 1 and b}, up to where it ends. */
    static Expression joined(Words words) {
        var parts = new ArrayList<Expression>();
        var joints = new ArrayList<String>();
        parts.add(comparison(words));
        while (words.peek().isWord("and") || words.peek().isWord("or")) {
            joints.add(words.take().text());
            parts.add(comparison(words));
        }
        return joints.isEmpty() ? parts.getFirst() : new Joined(List.copyOf(parts), List.copyOf(joints));
    }

    private static Expression comparison(Words words) {
        var left = value(words);
        var token = words.peek();
        if (token.kind() == Kind.SIGN && COMPARING.contains(token.text()) || token.isWord("contains")) {
            words.take();
            return new Compared(left, token.text(), value(words));
        }
        return left;
    }

    /** A literal, a path, a range, or a condition in brackets. */
    static Expression value(Words words) {
        var token = words.peek();
        return switch (token.kind()) {
            case TEXT -> new Literal(words.take().text());
            case NUMBER -> new Literal(new BigDecimal(words.take().text()));
            case NAME -> named(words);
            case SIGN -> {
                if (words.takeIf("(")) {
                    yield bracket(words);
                }
                if (token.is("[")) {
                    yield path(new Computed(index(words)), words);
                }
                throw words.unreadable();
            }
            case END -> throw FlawException.at(token.at(), "a value is missing before \"" + token.text() + "\"");
        };
    }

    private static Expression named(Words words) {
        var token = words.take();
        boolean path = words.peek().is(".") || words.peek().is("[");
        return switch (path ? "" : token.text()) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "nil", "null" -> new Literal(null);
            case "empty" -> new Literal(Emptiness.EMPTY);
            case "blank" -> new Literal(Emptiness.BLANK);
            default -> path(new Variable(token.text()), words);
        };
    }

    private static Expression bracket(Words words) {
        words.deeper();
        var first = condition(words);
        Expression whole = first;
        if (words.takeIf("..")) {
            whole = new Range(first, value(words));
        }
        words.sign(")");
        words.higher();
        return whole;
    }

    private static Expression path(Expression root, Words words) {
        var steps = new ArrayList<Step>();
        while (words.peek().is(".") || words.peek().is("[")) {
            if (steps.size() >= Limits.PATH) {
                throw FlawException.at(words.peek().at(), "it names more than " + Limits.PATH + " things in a row");
            }
            if (words.takeIf(".")) {
                steps.add(new Step(words.name("a name").text(), null));
            } else {
                steps.add(new Step(null, index(words)));
            }
        }
        return steps.isEmpty() ? root : new Lookup(root, List.copyOf(steps));
    }

    private static Expression index(Words words) {
        words.deeper();
        words.sign("[");
        var index = value(words);
        words.sign("]");
        words.higher();
        return index;
    }
}
