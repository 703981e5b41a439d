package io.usher.engine.journey.internal.start;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.JourneyId;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * When the start loop may try again: all journeys together while a server is away or overloaded, one by one after a failure. What
 * is known of a journey is forgotten when it has not failed for a while: it was stopped, or is another engine's to start.
 */
@Component
class StartBackoff {

    private static final Logger LOG = LoggerFactory.getLogger(StartBackoff.class);
    private static final long FIRST_MILLIS = 100;
    private static final int UNKNOWN_PROCESS_TRIES = 20;
    private static final long LONGEST_MILLIS = 5_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 100_000;

    private final RealTime time;
    private final JourneyProperties properties;
    private final Cache<JourneyId, Try> failing;
    private final Cache<JourneyId, Try> withoutAnswer;
    private volatile Instant closedUntil = Instant.EPOCH;
    private int unavailable;
    private @Nullable JourneyId lastWithoutAnswer;

    StartBackoff(RealTime time, JourneyProperties properties) {
        this.time = time;
        this.properties = properties;
        this.failing = tries();
        this.withoutAnswer = tries();
    }

    private Cache<JourneyId, Try> tries() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(time.now().toEpochMilli()))
                .build();
    }

    /** How many are started side by side. */
    int parallel() {
        return properties.startParallel();
    }

    boolean brokerAnswers() {
        return !time.now().isBefore(closedUntil);
    }

    boolean mayTry(JourneyId id) {
        return rested(failing.getIfPresent(id)) && rested(withoutAnswer.getIfPresent(id));
    }

    private boolean rested(@Nullable Try failed) {
        return failed == null || !time.now().isBefore(failed.next());
    }

    synchronized void succeeded(JourneyId id) {
        failing.invalidate(id);
        withoutAnswer.invalidate(id);
        unavailable = 0;
        lastWithoutAnswer = null;
    }

    /**
     * A server is away, or this process has no memory: the journey rests and everything waits, longer each time, with jitter.
     * Starts that failed together count once. A journey whose try before failed so too rests alone, unless another one has failed
     * since and none was started: what one journey always meets with must not keep the others from starting.
     */
    synchronized void unavailable(JourneyId id, Throwable failure) {
        int before = count(withoutAnswer.getIfPresent(id));
        boolean alone = before > 0 && (lastWithoutAnswer == null || lastWithoutAnswer.equals(id));
        var rest = delay(before);
        withoutAnswer.put(id, new Try(before + 1, time.now().plus(rest)));
        lastWithoutAnswer = id;
        if (alone) {
            LOG.warn("The start of journey {} waits {} ms: {}", id, rest.toMillis(), failure.getMessage());
        } else if (brokerAnswers()) {
            close(failure);
        }
    }

    private void close(Throwable failure) {
        var wait = delay(unavailable++);
        closedUntil = time.now().plus(wait);
        LOG.warn("Starts wait {} ms: {}", wait.toMillis(), failure.getMessage());
    }

    /** One journey failed by itself; false when that was its last try. */
    boolean failed(JourneyId id, Throwable failure) {
        var after = failing.asMap().compute(id, (key, before) -> {
            int count = count(before) + 1;
            return new Try(count, time.now().plus(delay(count * 3)));
        });
        int tries = failure instanceof UnknownProcessException ? UNKNOWN_PROCESS_TRIES : properties.blockTries();
        if (after.count() < tries) {
            return true;
        }
        failing.invalidate(id);
        return false;
    }

    private static int count(@Nullable Try before) {
        return before == null ? 0 : before.count();
    }

    private static Duration delay(int step) {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(step, 10));
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
    }

    private record Try(int count, Instant next) {}
}
