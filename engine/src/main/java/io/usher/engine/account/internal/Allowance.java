package io.usher.engine.account.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many tries may be made: {@code burst} at once, then one more each time {@code every} has passed. What was tried is one
 * instant, {@code freeAt}: from then on nothing of it counts any more.
 */
record Allowance(int burst, Duration every) {

    /** What {@code freeAt} is after one more try; empty while none may be made. */
    Optional<Instant> take(Instant freeAt, Instant now) {
        var next = later(freeAt, now).plus(every);
        return next.isAfter(now.plus(whole())) ? Optional.empty() : Optional.of(next);
    }

    /** What {@code freeAt} is when a try is not to count. */
    Instant giveBack(Instant freeAt) {
        return freeAt.minus(every);
    }

    /** How long until the next try may be made, in whole seconds and at least one. */
    Duration pause(Instant freeAt, Instant now) {
        var exact = Duration.between(now, freeAt.plus(every).minus(whole()));
        return Duration.ofSeconds(Math.max(1, exact.plusMillis(999).toSeconds()));
    }

    private Duration whole() {
        return every.multipliedBy(burst);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
