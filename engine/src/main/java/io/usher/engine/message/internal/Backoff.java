package io.usher.engine.message.internal;

import java.time.Duration;

/** Pauses between tries: half a minute, doubled each time up to four hours; what the other side asked for at least. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    static Duration after(int attempts, Duration asked) {
        var doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        var pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause.compareTo(asked) > 0 ? pause : asked;
    }
}
