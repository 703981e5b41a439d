package io.usher.engine.message.internal.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter and what it takes.
 *
 * @param least fewest arguments by place
 * @param most most arguments by place
 * @param names arguments by name
 */
record Filter(String name, int least, int most, Set<String> names, Work work, Look look) {

    private static final Look ANYTHING = (place, value) -> {};

    static Filter of(String name, int least, int most, Work work) {
        return new Filter(name, least, most, Set.of(), work, ANYTHING);
    }

    Filter named(String argument) {
        return new Filter(name, least, most, Set.of(argument), work, look);
    }

    /** Looks at arguments that stand in the template as they are, so that a wrong one is refused before anything runs. */
    Filter looking(Look argument) {
        return new Filter(name, least, most, names, work, argument);
    }

    /** What it does; what the value is not fit for is a {@link FlawException}. */
    @FunctionalInterface
    interface Work {
        @Nullable
        Object apply(@Nullable Object value, Arguments arguments);
    }

    /** Refuses an argument by a {@link FlawException}; places count from 0. */
    @FunctionalInterface
    interface Look {
        void at(int place, @Nullable Object value);
    }
}
