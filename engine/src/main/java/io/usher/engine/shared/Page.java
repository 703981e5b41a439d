package io.usher.engine.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the opaque cursor of the page after it, null on the last one. */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** No rows. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }

    /** The first {@code limit} of what was found when one more was asked for; {@code cursor} makes that of its last row. */
    public static <T> Page<T> cut(List<T> found, int limit, Function<? super T, String> cursor) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }
}
