package io.usher.engine.platform.async;

import io.usher.engine.platform.start.Startup;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One background loop on a virtual thread of its own: pass after pass, backing off while passes fail. Nothing that a pass throws
 * ends it, errors included: leases go on whether it runs or not. Made by {@link Loops}.
 */
public final class Loop {

    /** One pass; true when there may be more to do at once. */
    @FunctionalInterface
    public interface Pass {
        boolean run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long MAX_BACKOFF_MILLIS = 5_000;
    private static final long FIRST_BACKOFF_MILLIS = 100;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final Duration poll;
    private final Pass pass;
    private final Startup startup;
    private final RealTime time;
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile LoopState state;
    private final LongAdder rounds = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private long backoff;

    Loop(String name, Duration poll, Pass pass, Startup startup, RealTime time) {
        this.name = name;
        this.poll = poll;
        this.pass = pass;
        this.startup = startup;
        this.time = time;
        this.state = LoopState.notBegun(name, poll);
    }

    /** Makes the next pass follow at once; may be called from anywhere and never blocks. */
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /** Says in the middle of a long pass that it goes on, so that nobody takes it for stuck; called by the pass itself. */
    public void alive() {
        state = state.alive(time.now());
    }

    /** What it did last. */
    public LoopState state() {
        return state;
    }

    /** Rounds since its start, failed ones too. */
    public long rounds() {
        return rounds.sum();
    }

    /** Failed rounds since its start. */
    public long failures() {
        return failures.sum();
    }

    void start() {
        thread = Thread.ofVirtual().name("loop-" + name).start(this::run);
    }

    void interrupt() {
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    void join() {
        var running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            startup.awaitReady();
            alive();
            while (!Thread.currentThread().isInterrupted()) {
                nudges.drainPermits();
                if (!round()) {
                    waitForWork();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Loop {} ended", name);
        }
    }

    /** One pass and the note of it; true when another is to follow at once. */
    private boolean round() throws InterruptedException {
        var begun = time.now();
        rounds.increment();
        try {
            boolean more = pass.run();
            var now = time.now();
            state = state.succeeded(now, Duration.between(begun, now));
            backoff = 0;
            return more;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            failures.increment();
            backoff = Math.min(MAX_BACKOFF_MILLIS, Math.max(FIRST_BACKOFF_MILLIS, backoff * 2));
            failed(e, begun);
            return false;
        }
    }

    /** Out of memory, even the note and the line in the log may fail; the next round is tried all the same. */
    private void failed(Throwable failure, Instant begun) {
        try {
            var now = time.now();
            state = state.failed(now, Duration.between(begun, now), failure);
            logFailure(failure, backoff);
        } catch (Throwable again) {
            failure.addSuppressed(again);
        }
    }

    private void waitForWork() throws InterruptedException {
        if (backoff > 0) {
            Thread.sleep(backoff + ThreadLocalRandom.current().nextLong(backoff));
        } else {
            nudges.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void logFailure(Throwable e, long backoff) {
        if (Failures.unavailable(e)) {
            LOG.warn("Loop {} waits for a server ({}), next try in {} ms", name, e.getMessage(), backoff);
        } else {
            LOG.error("A pass of loop {} failed, next try in {} ms", name, backoff, e);
        }
    }
}
