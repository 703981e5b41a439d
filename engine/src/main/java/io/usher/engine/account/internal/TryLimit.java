package io.usher.engine.account.internal;

import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Five wrong passwords per user and address, then a growing delay before each further one is looked at. A try is counted
 * before its password is compared, so that many at once are not all free.
 */
@Component
class TryLimit {

    static final int FREE_TRIES = 5;
    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final TryStore tries;
    private final RealTime time;

    TryLimit(TryStore tries, RealTime time) {
        this.tries = tries;
        this.time = time;
    }

    /** Lets a try through or answers 429. */
    Mono<Void> admit(String user, String address) {
        var key = key(user, address);
        var now = time.now();
        return tries.count(key, now)
                .filterWhen(
                        count -> count < FREE_TRIES ? Mono.just(true) : tries.block(key, count, now.plus(delay(count))))
                .switchIfEmpty(refusal(key, now))
                .then();
    }

    /** The password was right. */
    Mono<Void> forget(String user, String address) {
        return tries.forget(key(user, address));
    }

    /** How long nothing is looked at after this many tries: 5 s, doubling up to 15 minutes. */
    static Duration delay(int tries) {
        int doublings = Math.min(tries - FREE_TRIES, 20);
        var delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private Mono<Integer> refusal(String key, Instant now) {
        return tries.blockedUntil(key)
                .defaultIfEmpty(now.plus(FIRST))
                .flatMap(until -> Mono.error(tooMany(until, now)));
    }

    private static ProblemException tooMany(Instant until, Instant now) {
        var wait = Duration.between(now, until).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        var shown = wait.isPositive() ? wait : Duration.ofSeconds(1);
        return Problems.tooMany(
                "too-many-tries",
                "Too many wrong tries; the next one is possible in " + shown.toSeconds() + " s",
                shown);
    }

    private static String key(String user, String address) {
        return Ids.derived("try", user, address);
    }
}
