package io.usher.engine.journey.internal;

import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.JourneyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When the start loop may try again: all journeys together while a server is away or overloaded, one by one after a failure. */
@Component
class StartBackoff {

    private static final Logger LOG = LoggerFactory.getLogger(StartBackoff.class);
    private static final long FIRST_MILLIS = 100;
    private static final int UNKNOWN_PROCESS_TRIES = 20;
    private static final long LONGEST_MILLIS = 5_000;

    private final RealTime time;
    private final JourneyProperties properties;
    private final Map<JourneyId, Try> failing = new ConcurrentHashMap<>();
    private volatile Instant closedUntil = Instant.EPOCH;
    private int unavailable;

    StartBackoff(RealTime time, JourneyProperties properties) {
        this.time = time;
        this.properties = properties;
    }

    /** How many are started side by side. */
    int parallel() {
        return properties.startParallel();
    }

    boolean brokerAnswers() {
        return !time.now().isBefore(closedUntil);
    }

    boolean mayTry(JourneyId id) {
        var failed = failing.get(id);
        return failed == null || !time.now().isBefore(failed.next());
    }

    synchronized void succeeded(JourneyId id) {
        failing.remove(id);
        unavailable = 0;
    }

    /**
     * A server is away, or this process has no memory: everything waits, longer each time, with jitter. Starts that failed
     * together count once.
     */
    synchronized void unavailable(Throwable failure) {
        if (!brokerAnswers()) {
            return;
        }
        var wait = delay(unavailable++);
        closedUntil = time.now().plus(wait);
        LOG.warn("Starts wait {} ms: {}", wait.toMillis(), failure.getMessage());
    }

    /** One journey failed by itself; false when that was its last try. */
    boolean failed(JourneyId id, Throwable failure) {
        var after = failing.compute(id, (key, before) -> {
            int count = before == null ? 1 : before.count() + 1;
            return new Try(count, time.now().plus(delay(count * 3)));
        });
        int tries = failure instanceof UnknownProcessException ? UNKNOWN_PROCESS_TRIES : properties.blockTries();
        if (after.count() < tries) {
            return true;
        }
        failing.remove(id);
        return false;
    }

    private static Duration delay(int step) {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(step, 10));
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
    }

    private record Try(int count, Instant next) {}
}
