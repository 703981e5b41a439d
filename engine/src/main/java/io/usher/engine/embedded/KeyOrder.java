package io.usher.engine.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.MinKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The order of values inside index keys: BSON's order of types, and numbers exact across their types. */
final class KeyOrder {
    private KeyOrder() {}

    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return 0;
        }
        if (a instanceof String s && b instanceof String t) {
            return s.compareTo(t);
        }
        if (a instanceof Number n && b instanceof Number m) {
            return compareNumbers(n, m);
        }
        if (a instanceof Instant i && b instanceof Instant j) {
            return i.compareTo(j);
        }
        if (a == null) {
            return b instanceof MinKey ? 1 : -1;
        }
        if (b == null) {
            return a instanceof MinKey ? -1 : 1;
        }
        return ValueComparator.ascWithoutListHandling().compare(a, b);
    }

    /** The form in which a value stands in a key, so that equal values have equal keys before and after a restart. */
    static @Nullable Object keyForm(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            return null;
        }
        if (value instanceof Long l && l != (long) (double) l) {
            return l;
        }
        if (value instanceof Number n) {
            return n.doubleValue() + 0.0; // -0.0 becomes 0.0
        }
        if (value instanceof Instant i) {
            return i.truncatedTo(ChronoUnit.MILLIS);
        }
        return value;
    }

    private static int compareNumbers(Number a, Number b) {
        double x = a.doubleValue();
        double y = b.doubleValue();
        if (!(a instanceof Long || b instanceof Long) || x != y || !Double.isFinite(x)) {
            return Double.compare(x + 0.0, y + 0.0);
        }
        return exact(a).compareTo(exact(b)); // the same double may stand for different longs
    }

    private static BigDecimal exact(Number n) {
        return n instanceof Long l ? BigDecimal.valueOf(l) : new BigDecimal(n.doubleValue());
    }
}
