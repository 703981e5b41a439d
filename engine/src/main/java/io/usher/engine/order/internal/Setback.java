package io.usher.engine.order.internal;

import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.ProblemException;
import java.time.Duration;
import java.time.Instant;

/** What follows when a status event could not be made: a growing pause, or parking where trying again is of no use. */
final class Setback {

    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 7;
    private static final int MOST_FAILURES = 12;

    private Setback() {}

    /** A server that is away never parks; a refusal parks at once; anything else after twelve tries. */
    static Tries after(Tries before, Throwable failure, Instant now) {
        int count = before.count() + 1;
        if (away(failure)) {
            return new Tries(count, now.plus(pause(count)), "The database does not answer");
        }
        if (failure instanceof ProblemException refused) {
            return new Tries(count, null, refused.problem().detail());
        }
        var next = count < MOST_FAILURES ? now.plus(pause(count)) : null;
        return new Tries(count, next, "It failed unexpectedly; the engine's log has the cause");
    }

    private static boolean away(Throwable failure) {
        return Failures.unavailable(failure)
                || (failure instanceof ProblemException known
                        && (known.problem().status() == 503 || known.problem().status() == 429));
    }

    private static Duration pause(int count) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
