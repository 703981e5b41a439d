package io.usher.engine.account.internal;

import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Lets as many tries through as an allowance says. A try is counted before its password is compared, so that many at once are
 * not all free, and given back when the password was right.
 */
class TryLimit {

    private static final int MOST_RACES = 100;

    private final TryStore tries;
    private final RealTime time;

    TryLimit(TryStore tries, RealTime time) {
        this.tries = tries;
        this.time = time;
    }

    /** Counts a try, or answers 429 with the time until the next. */
    Mono<Void> admit(String key, Allowance allowance) {
        return kept(key)
                .flatMap(before -> counted(key, before, allowance))
                .filter(counted -> counted)
                .repeatWhenEmpty(MOST_RACES, times -> times)
                .onErrorMap(IllegalStateException.class, raced -> tooMany(allowance.every()))
                .then();
    }

    /** A counted try counts no more. */
    Mono<Void> giveBack(String key, Allowance allowance) {
        return tries.freeAt(key)
                .flatMap(freeAt -> tries.move(key, freeAt, allowance.giveBack(freeAt)))
                .defaultIfEmpty(true)
                .filter(done -> done)
                .repeatWhenEmpty(MOST_RACES, times -> times)
                .onErrorComplete(IllegalStateException.class)
                .then();
    }

    private Mono<Optional<Instant>> kept(String key) {
        return tries.freeAt(key).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Boolean> counted(String key, Optional<Instant> before, Allowance allowance) {
        // whole milliseconds, as MongoDB keeps them, or the next comparison fails
        var now = time.now().truncatedTo(ChronoUnit.MILLIS);
        var freeAt = before.orElse(now);
        return allowance
                .take(freeAt, now)
                .map(next -> tries.move(key, before.orElse(null), next))
                .orElseGet(() -> Mono.error(tooMany(allowance.pause(freeAt, now))));
    }

    private static ProblemException tooMany(Duration pause) {
        return Problems.tooMany(
                "too-many-tries",
                "Too many wrong tries; the next one is possible in " + pause.toSeconds() + " s",
                pause);
    }
}
