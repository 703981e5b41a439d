package io.usher.engine.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule over facts: filter of a link, condition of a way out, later the definition of a segment. */
public sealed interface Rule {

    /** Holds when every one holds; an empty list holds. */
    record All(List<Rule> rules) implements Rule {

        public All {
            rules = List.copyOf(rules);
        }
    }

    /** Holds when one holds; an empty list does not hold. */
    record Any(List<Rule> rules) implements Rule {

        public Any {
            rules = List.copyOf(rules);
        }
    }

    /** Holds when this one does not. */
    record Not(Rule rule) implements Rule {}

    /** Holds when one element of the list at this path is such that {@code where} holds; there {@code item} is the element. */
    record Some(String list, Rule where) implements Rule {}

    /**
     * Compares a fact with a value or, when {@code compare} is set, with another fact. A path with {@code *} names many values:
     * it holds when one of them does (negative operators: when none of them is equal).
     */
    record Comparison(
            String fact,
            Operator operator,
            @Nullable Object value,
            @Nullable String compare) implements Rule {}
}
