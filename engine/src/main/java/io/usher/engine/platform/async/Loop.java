package io.usher.engine.platform.async;

import io.usher.engine.platform.start.Startup;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One background loop on a virtual thread of its own: pass after pass, backing off while passes fail. Made by {@link Loops}. */
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
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Loop(String name, Duration poll, Pass pass, Startup startup) {
        this.name = name;
        this.poll = poll;
        this.pass = pass;
        this.startup = startup;
    }

    /** Makes the next pass follow at once; may be called from anywhere and never blocks. */
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
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
        long backoff = 0;
        try {
            startup.awaitReady();
            while (!Thread.currentThread().isInterrupted()) {
                boolean more;
                try {
                    nudges.drainPermits();
                    more = pass.run();
                    backoff = 0;
                } catch (InterruptedException e) {
                    return;
                } catch (Exception e) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    backoff = Math.min(MAX_BACKOFF_MILLIS, Math.max(FIRST_BACKOFF_MILLIS, backoff * 2));
                    logFailure(e, backoff);
                    more = false;
                }
                if (!more) {
                    waitForWork(backoff);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Loop {} ended", name);
        }
    }

    private void waitForWork(long backoff) throws InterruptedException {
        if (backoff > 0) {
            Thread.sleep(backoff + ThreadLocalRandom.current().nextLong(backoff));
        } else {
            nudges.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void logFailure(Exception e, long backoff) {
        if (Failures.unavailable(e)) {
            LOG.warn("Loop {} waits for a server ({}), next try in {} ms", name, e.getMessage(), backoff);
        } else {
            LOG.error("A pass of loop {} failed, next try in {} ms", name, backoff, e);
        }
    }
}
