package io.usher.engine.message.internal.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that has a value at the moment. */
interface Expression {

    @Nullable
    Object value(Rendering rendering);

    /** A value that stands in the template itself. */
    record Literal(@Nullable Object value) implements Expression {
        @Override
        public @Nullable Object value(Rendering rendering) {
            return value;
        }
    }

    /** {@code (1..5)}. */
    record Range(Expression from, Expression to) implements Expression {
        @Override
        public Object value(Rendering rendering) {
            return Numbers.range(from.value(rendering), to.value(rendering));
        }
    }

    /** {@code left == right}. */
    record Compared(Expression left, String operator, Expression right) implements Expression {
        @Override
        public Object value(Rendering rendering) {
            Budget.step();
            return Comparison.holds(left.value(rendering), operator, right.value(rendering));
        }
    }

    /** {@code a and b or c}: Liquid groups from the right, so {@code a and (b or c)}. */
    record Joined(List<Expression> parts, List<String> words) implements Expression {
        @Override
        public Object value(Rendering rendering) {
            for (int i = 0; i < words.size(); i++) {
                boolean holds = Values.isTrue(parts.get(i).value(rendering));
                if (holds == words.get(i).equals("or")) {
                    return holds;
                }
            }
            return Values.isTrue(parts.getLast().value(rendering));
        }
    }

    /** {@code input | filter: argument, name: argument}. */
    record Filtered(Expression input, Filter filter, List<Expression> arguments, Map<String, Expression> named, int at)
            implements Expression {
        @Override
        public @Nullable Object value(Rendering rendering) {
            Budget.step();
            var value = input.value(rendering);
            try {
                return filter.work().apply(value, new Arguments(arguments, named, rendering));
            } catch (FlawException e) {
                throw e.placedAt(at);
            }
        }
    }
}
