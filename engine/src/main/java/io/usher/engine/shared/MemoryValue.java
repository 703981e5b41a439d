package io.usher.engine.shared;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One value that a journey remembers; there are no other types, so that each can be stored, compared and written in a template. */
public sealed interface MemoryValue {

    /** As rules and templates see it: text, number, boolean or list of texts; a moment is its ISO text in UTC. */
    Object fact();

    /** How much of the memory it takes, in characters. */
    int size();

    record Text(String text) implements MemoryValue {

        @Override
        public Object fact() {
            return text;
        }

        @Override
        public int size() {
            return text.length();
        }
    }

    /** A number of at most 34 digits. */
    record Decimal(BigDecimal number) implements MemoryValue {

        private static final int MOST_DIGITS = 34;
        private static final int MOST_PLACES = 6_000;

        public Decimal {
            if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_PLACES) {
                throw new IllegalArgumentException("A number to be remembered has at most " + MOST_DIGITS + " digits");
            }
        }

        @Override
        public Object fact() {
            return number;
        }

        @Override
        public int size() {
            return number.precision();
        }
    }

    record YesNo(boolean yes) implements MemoryValue {

        @Override
        public Object fact() {
            return yes;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** To the millisecond. */
    record Moment(Instant at) implements MemoryValue {

        private static final int SIZE = 24;

        public Moment {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public Object fact() {
            return at.toString();
        }

        @Override
        public int size() {
            return SIZE;
        }
    }

    /** Ids in their order: of products, messages, performances. */
    record IdList(List<String> ids) implements MemoryValue {

        public IdList {
            ids = List.copyOf(ids);
        }

        @Override
        public Object fact() {
            return ids;
        }

        @Override
        public int size() {
            return ids.stream().mapToInt(id -> id.length() + 1).sum();
        }
    }
}
