package io.usher.engine.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads points in time as clients write them: ISO with an offset, in the years 1 to 9999, which every store can hold. */
final class Instants {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    /**
     * The point in time.
     *
     * @throws IllegalArgumentException when the text is none, or out of range
     */
    static Instant read(String text) {
        try {
            return check(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time with offset", e);
        }
    }

    /** The same instant, when it can be stored. */
    static Instant check(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("not in the years 1 to 9999");
        }
        return at;
    }
}
