package io.usher.engine.embedded;

import org.jspecify.annotations.Nullable;

/** A stretch of an index: all keys that begin with the prefix and whose next value lies between the bounds. */
record KeyRange(
        Object[] prefix, @Nullable Bound low, @Nullable Bound high) {

    /** An end of a range, in the order of values (not of the index). */
    record Bound(@Nullable Object value, boolean inclusive) {}

    boolean isUnbounded() {
        return prefix.length == 0 && low == null && high == null;
    }
}
