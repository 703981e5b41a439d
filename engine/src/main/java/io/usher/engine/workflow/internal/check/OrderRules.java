package io.usher.engine.workflow.internal.check;

import io.usher.engine.rule.FactPath;
import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import java.util.stream.Stream;

/** What rules say about the journey's order. */
final class OrderRules {

    static final String ORDER = "order";

    private OrderRules() {}

    /** Whether it compares something of the order. */
    static boolean uses(Rule rule) {
        return comparisons(rule).anyMatch(one -> isOrder(one) && !one.operator().alone())
                || parts(rule).anyMatch(part -> part instanceof Rule.Some some && isOrder(some.list()));
    }

    /** Whether it asks if there is an order, so that somebody has thought of none. */
    static boolean asks(Rule rule) {
        return comparisons(rule).anyMatch(one -> isOrder(one) && one.operator().alone());
    }

    /** Whether there is an order when this holds. */
    static boolean givenBy(Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) -> rules.stream().anyMatch(OrderRules::givenBy);
            case Rule.Any(var rules) -> !rules.isEmpty() && rules.stream().allMatch(OrderRules::givenBy);
            case Rule.Not(var denied) -> givenWithout(denied);
            case Rule.Some(var list, var where) -> isOrder(list);
            case Rule.Comparison one ->
                isOrder(one)
                        && one.operator() != Operator.MISSING
                        && one.operator().denied().isEmpty();
        };
    }

    /** Whether there is an order when this does not hold. */
    static boolean givenWithout(Rule rule) {
        return switch (rule) {
            case Rule.All(var rules) -> !rules.isEmpty() && rules.stream().allMatch(OrderRules::givenWithout);
            case Rule.Any(var rules) -> rules.stream().anyMatch(OrderRules::givenWithout);
            case Rule.Not(var denied) -> givenBy(denied);
            case Rule.Some some -> false;
            case Rule.Comparison one ->
                isOrder(one.fact())
                        && (one.operator() == Operator.MISSING
                                || one.operator().denied().isPresent() && one.compare() == null);
        };
    }

    private static boolean isOrder(Rule.Comparison one) {
        return isOrder(one.fact()) || one.compare() != null && isOrder(one.compare());
    }

    private static boolean isOrder(String fact) {
        return new FactPath(fact).root().equals(ORDER);
    }

    private static Stream<Rule.Comparison> comparisons(Rule rule) {
        return parts(rule).filter(Rule.Comparison.class::isInstance).map(Rule.Comparison.class::cast);
    }

    private static Stream<Rule> parts(Rule rule) {
        return Stream.concat(
                Stream.of(rule),
                switch (rule) {
                    case Rule.All(var rules) -> rules.stream().flatMap(OrderRules::parts);
                    case Rule.Any(var rules) -> rules.stream().flatMap(OrderRules::parts);
                    case Rule.Not(var denied) -> parts(denied);
                    case Rule.Some(var list, var where) -> parts(where);
                    case Rule.Comparison one -> Stream.empty();
                });
    }
}
