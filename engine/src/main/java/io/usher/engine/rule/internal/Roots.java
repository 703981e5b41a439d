package io.usher.engine.rule.internal;

import io.usher.engine.rule.FactPath;
import io.usher.engine.rule.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has to be loaded before a rule can be judged. */
final class Roots {

    private Roots() {}

    /** The roots that the rule names; the element of a list is loaded with its list. */
    static Set<String> of(Rule rule) {
        var roots = new LinkedHashSet<String>();
        collect(rule, roots);
        roots.remove(FactPath.ITEM);
        return roots;
    }

    private static void collect(Rule rule, Set<String> roots) {
        switch (rule) {
            case Rule.All(List<Rule> rules) -> rules.forEach(each -> collect(each, roots));
            case Rule.Any(List<Rule> rules) -> rules.forEach(each -> collect(each, roots));
            case Rule.Not(Rule denied) -> collect(denied, roots);
            case Rule.Some(String list, Rule where) -> {
                roots.add(new FactPath(list).root());
                collect(where, roots);
            }
            case Rule.Comparison comparison -> {
                roots.add(new FactPath(comparison.fact()).root());
                if (comparison.compare() != null) {
                    roots.add(new FactPath(comparison.compare()).root());
                }
            }
        }
    }
}
