package io.usher.engine.rule.internal;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a rule on a tree of facts that is already there. */
final class Judge {

    private Judge() {}

    /** The roots that the rule names. */
    static Set<String> roots(Rule rule) {
        var roots = new LinkedHashSet<String>();
        collectRoots(rule, roots);
        return roots;
    }

    private static void collectRoots(Rule rule, Set<String> roots) {
        switch (rule) {
            case Rule.All(List<Rule> rules) -> rules.forEach(each -> collectRoots(each, roots));
            case Rule.Any(List<Rule> rules) -> rules.forEach(each -> collectRoots(each, roots));
            case Rule.Comparison comparison -> {
                roots.add(FactPath.of(comparison.fact()).root());
                if (comparison.compare() != null) {
                    roots.add(FactPath.of(comparison.compare()).root());
                }
            }
        }
    }

    static Verdict judge(Rule rule, Map<String, @Nullable Object> tree) {
        return switch (rule) {
            case Rule.All(List<Rule> rules) -> several(rules, tree, true, "there is no condition");
            case Rule.Any(List<Rule> rules) -> several(rules, tree, false, "there is nothing that could hold");
            case Rule.Comparison comparison -> compare(comparison, tree);
        };
    }

    /** The first verdict against {@code without} decides; without one all of them together do. */
    private static Verdict several(
            List<Rule> rules, Map<String, @Nullable Object> tree, boolean without, String empty) {
        var texts = new ArrayList<String>();
        for (var rule : rules) {
            var verdict = judge(rule, tree);
            if (verdict.holds() != without) {
                return verdict;
            }
            texts.add(verdict.text());
        }
        return new Verdict(without, texts.isEmpty() ? empty : Words.together(texts));
    }

    private static Verdict compare(Rule.Comparison comparison, Map<String, @Nullable Object> tree) {
        var path = FactPath.of(comparison.fact());
        var left = path.values(tree);
        var right = comparison.compare() == null
                ? given(comparison.value())
                : FactPath.of(comparison.compare()).values(tree);
        var operator = comparison.operator();
        if (operator.alone()) {
            return new Verdict(
                    (operator == Operator.EXISTS) != left.isEmpty(), Words.presence(comparison.fact(), left));
        }
        var positive = operator.denied().orElse(operator);
        var deciding = match(positive, left, right);
        boolean holds = operator == positive ? deciding != null : deciding == null;
        return new Verdict(holds, new Words(comparison, path.many(), left, right).text(positive, deciding));
    }

    private static List<Object> given(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static @Nullable Object match(Operator operator, List<Object> left, List<Object> right) {
        for (var one : left) {
            for (var other : right) {
                if (Values.holds(operator, one, other)) {
                    return one;
                }
            }
        }
        return null;
    }
}
