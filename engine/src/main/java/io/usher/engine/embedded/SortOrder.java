package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order a search asks for, and whether an index gives it. */
record SortOrder(List<Field> fields, boolean naturalReverse) {
    static final SortOrder NONE = new SortOrder(List.of(), false);

    record Field(String name, boolean falling) {}

    static SortOrder of(@Nullable Document sort) {
        if (sort == null || sort.isEmpty()) {
            return NONE;
        }
        if (sort.containsKey("$natural")) {
            return new SortOrder(List.of(), isFalling(sort.get("$natural")));
        }
        List<Field> fields = new ArrayList<>();
        sort.forEach((name, direction) -> fields.add(new Field(name, isFalling(direction))));
        return new SortOrder(fields, false);
    }

    private static boolean isFalling(@Nullable Object direction) {
        return direction instanceof Number n && n.intValue() < 0;
    }

    /** The order in which the ranges of the matches have to be merged, or {@link QueryPlan.Order#NONE}. */
    QueryPlan.Order orderBy(StoredIndex<?> index, List<IndexMatch> matches) {
        if (fields.isEmpty()) {
            return QueryPlan.Order.NONE;
        }
        Boolean reverse = null;
        for (IndexMatch match : matches) {
            Direction direction = directionWithin(index, match);
            if (direction == Direction.OTHER) {
                return QueryPlan.Order.NONE;
            }
            if (direction != Direction.ANY) {
                boolean back = direction == Direction.BACKWARD;
                if (reverse != null && reverse != back) {
                    return QueryPlan.Order.NONE;
                }
                reverse = back;
            }
        }
        return new QueryPlan.Order(true, reverse != null && reverse, places(index), falling());
    }

    private enum Direction {
        FORWARD,
        BACKWARD,
        ANY,
        OTHER
    }

    /** Fields with one value within a range do not count; the others must be the next of the index, all one way. */
    private Direction directionWithin(StoredIndex<?> index, IndexMatch match) {
        Direction direction = Direction.ANY;
        int place = match.fixed();
        for (Field field : fields) {
            int at = index.fields().indexOf(field.name());
            if (at < 0 || index.isMultikey(at)) {
                return Direction.OTHER;
            }
            if (at < match.fixed()) {
                continue;
            }
            if (at != place++) {
                return Direction.OTHER;
            }
            Direction one = field.falling() == index.isDescending(at) ? Direction.FORWARD : Direction.BACKWARD;
            if (direction != Direction.ANY && direction != one) {
                return Direction.OTHER;
            }
            direction = one;
        }
        return direction;
    }

    private List<Integer> places(StoredIndex<?> index) {
        return fields.stream().map(f -> index.fields().indexOf(f.name())).toList();
    }

    private List<Boolean> falling() {
        return fields.stream().map(Field::falling).toList();
    }
}
