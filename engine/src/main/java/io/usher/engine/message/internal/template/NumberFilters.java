package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Filters that calculate. */
final class NumberFilters {

    private NumberFilters() {}

    static List<Filter> all() {
        return List.of(
                two("plus", Numbers::plus),
                two("minus", (one, other) -> Numbers.plus(one, other.negate())),
                two("times", Numbers::times),
                two("divided_by", Numbers::divided),
                two("modulo", Numbers::modulo),
                two("at_least", BigDecimal::max),
                two("at_most", BigDecimal::min),
                one("abs", BigDecimal::abs),
                one("ceil", Numbers::ceil),
                one("floor", Numbers::floor),
                Filter.of(
                        "round", 0, 1, (value, arguments) -> Numbers.round(Numbers.of(value), arguments.whole(0, 0))));
    }

    private static Filter one(String name, UnaryOperator<BigDecimal> work) {
        return Filter.of(name, 0, 0, (value, arguments) -> work.apply(Numbers.of(value)));
    }

    private static Filter two(String name, BinaryOperator<BigDecimal> work) {
        return Filter.of(
                name, 1, 1, (value, arguments) -> work.apply(Numbers.of(value), Numbers.of(arguments.value(0))));
    }
}
