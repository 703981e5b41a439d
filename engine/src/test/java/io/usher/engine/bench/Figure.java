package io.usher.engine.bench;

import org.jspecify.annotations.Nullable;

/**
 * A number that a bench tells.
 *
 * @param better which way is better
 * @param limit what Usher itself must keep, in the figure's unit; null: it is only compared
 */
record Figure(
        String name, String unit, Better better, @Nullable Double limit) {

    enum Better {
        MORE,
        LESS
    }

    static Figure rate(String name, String unit) {
        return new Figure(name, unit, Better.MORE, null);
    }

    static Figure millis(String name) {
        return new Figure(name, "ms", Better.LESS, null);
    }

    /** No slower than so many milliseconds. */
    Figure within(double millis) {
        return new Figure(name, unit, better, millis);
    }

    boolean keeps(double value) {
        return limit == null || (better == Better.LESS ? value <= limit : value >= limit);
    }
}
