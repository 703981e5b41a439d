package io.usher.engine.embedded;

import java.util.List;

/** How a search reaches its documents; the matcher looks at each of them in any case. */
sealed interface QueryPlan {

    /** All documents, in the order of their ids or against it. */
    record Everything(boolean reverse) implements QueryPlan {}

    /** Ranges of one index. {@code order} says how entries of different ranges stand to each other, empty: as they come. */
    record Ranges(StoredIndex<?> index, List<KeyRange> ranges, Order order, boolean distinct) implements QueryPlan {}

    /** Ranges of several indexes, one after the other, each document once. */
    record Union(List<Ranges> parts) implements QueryPlan {}

    /** @param sorted the entries come in the order asked for */
    record Order(boolean sorted, boolean reverse, List<Integer> places, List<Boolean> falling) {
        static final Order NONE = new Order(false, false, List.of(), List.of());
    }

    default boolean isSorted() {
        return this instanceof Ranges ranges && ranges.order().sorted();
    }

    /** Nothing in the query narrows what is read. */
    default boolean readsEverything() {
        return switch (this) {
            case Everything e -> true;
            case Ranges r ->
                !r.index().holdsOnlyPresent() && r.ranges().stream().anyMatch(KeyRange::isUnbounded);
            case Union u -> u.parts().stream().anyMatch(QueryPlan::readsEverything);
        };
    }
}
