package io.usher.engine.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One field of an order that no index gives, as MongoDB orders: what is missing stands where null does, an array by its least
 * element (falling: by its greatest), an empty one before everything. The library's own order of arrays is none: it contradicts
 * itself between arrays and single values.
 */
record SortField(String name, boolean falling) {
    private static final Object EMPTY_ARRAY = new Object();

    /** What stands for this value of a document. */
    @Nullable
    Object keyOf(@Nullable Object value) {
        if (!(value instanceof Collection<?> elements)) {
            return value instanceof Missing ? null : value;
        }
        if (elements.isEmpty()) {
            return EMPTY_ARRAY;
        }
        Object key = null;
        boolean first = true;
        for (Object each : elements) {
            Object element = each instanceof Missing ? null : each;
            if (first || compare(element, key) < 0) {
                key = element;
                first = false;
            }
        }
        return key;
    }

    /** In the direction of the field. */
    int compare(@Nullable Object one, @Nullable Object other) {
        return falling ? rising(other, one) : rising(one, other);
    }

    private static int rising(@Nullable Object one, @Nullable Object other) {
        if (one == EMPTY_ARRAY || other == EMPTY_ARRAY) {
            return Boolean.compare(other == EMPTY_ARRAY, one == EMPTY_ARRAY);
        }
        return KeyOrder.compare(one, other);
    }
}
