package io.usher.engine.message.internal.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags that keep something. */
final class StateNodes {

    private StateNodes() {}

    /** {@code assign}. */
    record Assign(String name, Expression value) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            Budget.step();
            rendering.assign(name, value.value(rendering));
            return Flow.ON;
        }
    }

    /** {@code capture}: what a block rendered is HTML already where HTML is made. */
    record Capture(String name, Node body) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            var captured = rendering.captured(body);
            rendering.assign(name, rendering.html() ? new Markup(captured.text()) : captured.text());
            return captured.flow();
        }
    }

    /** {@code cycle}: the values in turn, apart for each group, or each list of values. */
    record Cycle(String words, @Nullable Expression group, List<Expression> values) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            var key = group == null ? "cycle " + words : "group " + Values.text(group.value(rendering));
            Budget.characters(key.length());
            int turn = rendering.remembered().get(key) instanceof Integer place ? place : 0;
            rendering.remembered().put(key, turn + 1);
            rendering.print(values.get(turn % values.size()).value(rendering));
            return Flow.ON;
        }
    }

    /** {@code increment} and {@code decrement}. */
    record Counter(String name, int by, int shownBy) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            Budget.step();
            rendering.write(String.valueOf(rendering.count(name, by) + shownBy));
            return Flow.ON;
        }
    }

    /** {@code ifchanged}: written when it is not what it was the last time. */
    record Changed(Node body) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            var captured = rendering.captured(body);
            if (!captured.text().equals(rendering.remembered().put("changed", captured.text()))) {
                rendering.write(captured.text());
            }
            return captured.flow();
        }
    }
}
