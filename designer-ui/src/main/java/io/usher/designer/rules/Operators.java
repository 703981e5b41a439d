package io.usher.designer.rules;

import io.usher.designer.rules.Facts.Operator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The comparisons there are: as the engine names them, or by names of the designer's own while it has not told. */
final class Operators {

    static final String NO_VALUE = "none";
    static final String LIST = "list";

    /** How the screen says that {@code segment.<key>} equals true, and false. */
    static final String IN = "in";

    static final String NOT_IN = "not-in";

    private static final String ONE = "one";
    private static final List<String> ORDERED = List.of("number");
    private static final List<String> TEXTS = List.of("text", LIST);
    private static final List<String> TEXT = List.of("text");
    private static final List<String> TIME = List.of("time");
    private static final List<String> SINGLE = List.of("text", "number", "flag");
    private static final List<String> SEVERAL = List.of("text", "number");
    private static final List<String> EVERY = List.of("text", "number", "time", "flag", LIST);

    private static final List<Operator> OWN = List.of(
            own("equal", SINGLE, ONE),
            own("not-equal", SINGLE, ONE),
            own("greater", ORDERED, ONE),
            own("greater-or-equal", ORDERED, ONE),
            own("less", ORDERED, ONE),
            own("less-or-equal", ORDERED, ONE),
            own("before", TIME, ONE),
            own("after", TIME, ONE),
            own("contains", TEXTS, ONE),
            own("not-contains", TEXTS, ONE),
            own("starts-with", TEXT, ONE),
            own("ends-with", TEXT, ONE),
            own("one-of", SEVERAL, LIST),
            own("not-one-of", SEVERAL, LIST),
            own("exists", EVERY, NO_VALUE),
            own("missing", EVERY, NO_VALUE));

    private Operators() {}

    /** Those that suit the fact; all of them when its type is not known. A segment has somebody in it or not. */
    static List<Operator> suiting(Facts facts, String path, String type, UnaryOperator<String> text) {
        if (isSegment(path)) {
            return List.of(of(IN, path, facts, text), of(NOT_IN, path, facts, text));
        }
        var known = facts.operators().isEmpty() ? OWN : facts.operators();
        var suiting = known.stream()
                .filter(operator -> operator.types().contains(type))
                .toList();
        return (suiting.isEmpty() ? known : suiting)
                .stream().map(operator -> named(operator, text)).toList();
    }

    /** The operator that is spelled so; one nobody knows is shown as it is spelled. */
    static Operator of(String key, String path, Facts facts, UnaryOperator<String> text) {
        if (isSegment(path) && isMembership(key)) {
            return new Operator(key, text.apply("rules.segment." + key), List.of("flag"), NO_VALUE);
        }
        return facts.operator(key)
                .or(() -> OWN.stream().filter(own -> own.key().equals(key)).findFirst())
                .map(operator -> named(operator, text))
                .orElseGet(() -> new Operator(key, key, List.of(), ONE));
    }

    /** The operator a comparison is shown with. */
    static String shown(String path, String operator, @Nullable Object value) {
        if (isSegment(path) && operator.equals("equal") && value instanceof Boolean member) {
            return member ? IN : NOT_IN;
        }
        return operator;
    }

    static boolean isMembership(String operator) {
        return operator.equals(IN) || operator.equals(NOT_IN);
    }

    private static boolean isSegment(String path) {
        return path.startsWith("segment.");
    }

    private static Operator named(Operator operator, UnaryOperator<String> text) {
        return operator.label().isEmpty()
                ? new Operator(
                        operator.key(), text.apply("rules.op." + operator.key()), operator.types(), operator.value())
                : operator;
    }

    private static Operator own(String key, List<String> types, String value) {
        return new Operator(key, "", types, value);
    }
}
