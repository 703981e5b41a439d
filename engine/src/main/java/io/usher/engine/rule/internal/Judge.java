package io.usher.engine.rule.internal;

import io.usher.engine.rule.FactPath;
import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.rule.Verdict;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Judges rules on a tree of facts that is already there. */
final class Judge {

    private static final Sentence NO_CONDITION = Sentence.of("rule", "no-condition");
    private static final Sentence NOTHING_COULD_HOLD = Sentence.of("rule", "nothing-could-hold");

    /** Two facts with {@code *} are compared each with each; more pairs than these would cost more than they tell. */
    static final int MOST_PAIRS = 100_000;

    /** The same for all elements of lists together, each of which may be compared with a long list. */
    private static final long MOST_TOGETHER = 20L * MOST_PAIRS;

    private final Map<String, @Nullable Object> tree;
    private final Values values;
    private final Map<String, List<Object>> known;
    private final Pairs pairs;

    /** How many pairs were compared for one tree, whichever element they belong to. */
    private static final class Pairs {

        private long compared;

        /** {@code withFact}: the other side comes from the tree too and may be long; choices in a rule are few. */
        boolean areTooMany(int left, int right, boolean withFact) {
            long more = (long) left * right;
            compared += withFact && right > 1 ? more : 0;
            return more > MOST_PAIRS || compared > MOST_TOGETHER;
        }
    }

    Judge(Map<String, @Nullable Object> tree, ZoneId zone) {
        this(tree, new Values(zone), new HashMap<>(), new Pairs());
    }

    /** {@code known}: what was read already of paths that are the same for each element of a list. */
    private Judge(Map<String, @Nullable Object> tree, Values values, Map<String, List<Object>> known, Pairs pairs) {
        this.tree = tree;
        this.values = values;
        this.known = known;
        this.pairs = pairs;
    }

    Verdict judge(Rule rule) {
        return switch (rule) {
            case Rule.All(List<Rule> rules) -> several(rules, true, NO_CONDITION);
            case Rule.Any(List<Rule> rules) -> several(rules, false, NOTHING_COULD_HOLD);
            case Rule.Not(Rule denied) -> not(judge(denied));
            case Rule.Some some -> some(some);
            case Rule.Comparison comparison -> {
                var compared = compare(comparison);
                yield new Verdict(compared.holds(), compared.words().get());
            }
        };
    }

    /** The verdict without its words, which cost more than the comparison where a list is long. */
    private boolean holds(Rule rule) {
        return switch (rule) {
            case Rule.All(List<Rule> rules) -> rules.stream().allMatch(this::holds);
            case Rule.Any(List<Rule> rules) -> rules.stream().anyMatch(this::holds);
            case Rule.Not(Rule denied) -> !holds(denied);
            case Rule.Some some ->
                elements(values(new FactPath(some.list()))).stream()
                        .anyMatch(element -> about(element).holds(some.where()));
            case Rule.Comparison comparison -> compare(comparison).holds();
        };
    }

    private static Verdict not(Verdict denied) {
        return new Verdict(!denied.holds(), denied.reason());
    }

    /** The first verdict against {@code without} decides; without one all of them together do. */
    private Verdict several(List<Rule> rules, boolean without, Sentence empty) {
        var reasons = new ArrayList<Reason>();
        for (var rule : rules) {
            var verdict = judge(rule);
            if (verdict.holds() != without) {
                return verdict;
            }
            reasons.add(verdict.reason());
        }
        return new Verdict(without, reasons.isEmpty() ? empty.with() : Words.together(reasons));
    }

    private Verdict some(Rule.Some some) {
        var found = values(new FactPath(some.list()));
        var elements = elements(found);
        if (elements.isEmpty()) {
            return new Verdict(false, Words.noElement(some.list(), found));
        }
        for (int i = 0; i < elements.size(); i++) {
            var inside = about(elements.get(i));
            if (inside.holds(some.where())) {
                var why = inside.judge(some.where()).reason();
                return new Verdict(true, Words.element(some.list(), i + 1, elements.size(), why));
            }
        }
        var first = about(elements.getFirst()).judge(some.where()).reason();
        return new Verdict(false, Words.noneOf(some.list(), elements.size(), first));
    }

    private static List<Object> elements(List<Object> lists) {
        var elements = new ArrayList<Object>();
        for (var list : lists) {
            if (list instanceof Collection<?> more) {
                more.stream().filter(Objects::nonNull).forEach(elements::add);
            }
        }
        return elements;
    }

    private Judge about(Object element) {
        var inside = new HashMap<>(tree);
        inside.put(FactPath.ITEM, element);
        return new Judge(inside, values, known, pairs);
    }

    private List<Object> values(FactPath path) {
        if (path.root().equals(FactPath.ITEM)) {
            return path.values(tree);
        }
        return known.computeIfAbsent(path.text(), text -> path.values(tree));
    }

    /** Whether a comparison holds, and how to say why. */
    private record Compared(boolean holds, Supplier<Reason> words) {}

    private Compared compare(Rule.Comparison comparison) {
        var path = new FactPath(comparison.fact());
        var left = values(path);
        var operator = comparison.operator();
        if (operator.alone()) {
            boolean there = !left.stream().allMatch(Values::empty);
            return new Compared(
                    (operator == Operator.EXISTS) == there, () -> Words.presence(comparison.fact(), path.many(), left));
        }
        var given = given(comparison);
        var right = choices(operator, given);
        if (!left.isEmpty() && right.isEmpty() && !given.isEmpty()) {
            return new Compared(operator.denied().isPresent(), () -> Words.noChoice(comparison));
        }
        if (pairs.areTooMany(left.size(), right.size(), comparison.compare() != null)) {
            return new Compared(false, () -> Words.tooMany(comparison, left.size(), right.size()));
        }
        var positive = operator.denied().orElse(operator);
        var deciding = match(positive == Operator.ONE_OF ? Operator.EQUAL : positive, left, right);
        boolean holds = operator == positive ? deciding != null : deciding == null;
        var words = new Words(comparison, path.many(), left, right, values);
        return new Compared(holds, () -> words.reason(positive, deciding));
    }

    private List<Object> given(Rule.Comparison comparison) {
        if (comparison.compare() != null) {
            return values(new FactPath(comparison.compare()));
        }
        return comparison.value() == null ? List.of() : List.of(comparison.value());
    }

    /** What the fact is compared with; of one-of the choices, single ones and those that stand in lists. */
    private static List<Object> choices(Operator operator, List<Object> given) {
        if (operator != Operator.ONE_OF && operator != Operator.NOT_ONE_OF) {
            return given;
        }
        var choices = new ArrayList<Object>();
        for (var each : given) {
            if (each instanceof List<?> list) {
                list.stream().filter(Objects::nonNull).forEach(choices::add);
            } else {
                choices.add(each);
            }
        }
        return choices;
    }

    private @Nullable Object match(Operator operator, List<Object> left, List<Object> right) {
        for (var one : left) {
            for (var other : right) {
                if (values.holds(operator, one, other)) {
                    return one;
                }
            }
        }
        return null;
    }
}
