package io.usher.designer.list;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a list, and the cursor of those that come after them.
 *
 * @param tooMany more contacts or keys begin with what was typed than the engine looks at
 */
public record Slice<T>(List<T> items, Optional<String> next, boolean tooMany) {

    public Slice {
        items = List.copyOf(items);
    }

    public Slice(List<T> items, Optional<String> next) {
        this(items, next, false);
    }

    /** All there is. */
    public static <T> Slice<T> all(List<T> items) {
        return new Slice<>(items, Optional.empty());
    }
}
