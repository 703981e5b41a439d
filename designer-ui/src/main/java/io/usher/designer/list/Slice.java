package io.usher.designer.list;

import java.util.List;
import java.util.Optional;

/** Some rows of a list, and the cursor of those that come after them. */
public record Slice<T>(List<T> items, Optional<String> next) {

    public Slice {
        items = List.copyOf(items);
    }

    /** All there is. */
    public static <T> Slice<T> all(List<T> items) {
        return new Slice<>(items, Optional.empty());
    }
}
