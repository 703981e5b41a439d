package io.usher.engine.shared;

import org.jspecify.annotations.Nullable;

/** Which page of a list: the cursor that the page before it gave (null: the first) and 1..200 rows. */
public record PageRequest(@Nullable String cursor, int limit) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problems.invalid("limit", "range", "limit must be between 1 and " + MAX_LIMIT);
        }
    }

    public static PageRequest of(@Nullable String cursor, @Nullable Integer limit) {
        return new PageRequest(cursor, limit == null ? DEFAULT_LIMIT : limit);
    }
}
