package io.usher.engine.platform.async;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a loop did last.
 *
 * @param name as in logs and thread names
 * @param poll the longest pause between two rounds while all is well
 * @param seen its last sign of life: it began, ended a round or said within one that it goes on; null: it has not begun
 * @param round its last round, null: none yet
 * @param failure its last round that failed, null: none has
 * @param failingSince since when no round has succeeded, null: the last one has
 */
public record LoopState(
        String name,
        Duration poll,
        @Nullable Instant seen,
        @Nullable Round round,
        @Nullable Failure failure,
        @Nullable Instant failingSince) {

    /** Longer than any round may take whose every step has a time limit. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** When a round ended, and how long it took. */
    public record Round(Instant at, Duration took) {}

    /** When a round failed, and the kind of failure; never its text, which may name people. */
    public record Failure(Instant at, String kind) {}

    /** Whether it has begun and gives no sign of life for longer than it may. */
    public boolean silent(Instant now) {
        return seen != null && late(seen, now);
    }

    /** Whether its rounds end, but none has succeeded for longer than it may. */
    public boolean failing(Instant now) {
        return failingSince != null && late(failingSince, now);
    }

    private boolean late(Instant since, Instant now) {
        return now.isAfter(since.plus(poll).plus(PATIENCE));
    }

    static LoopState notBegun(String name, Duration poll) {
        return new LoopState(name, poll, null, null, null, null);
    }

    LoopState alive(Instant now) {
        return new LoopState(name, poll, now, round, failure, failingSince);
    }

    LoopState succeeded(Instant now, Duration took) {
        return new LoopState(name, poll, now, new Round(now, took), failure, null);
    }

    LoopState failed(Instant now, Duration took, Throwable cause) {
        var since = failingSince == null ? now : failingSince;
        var failed = new Failure(now, cause.getClass().getSimpleName());
        return new LoopState(name, poll, now, new Round(now, took), failed, since);
    }
}
