package io.usher.engine.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Waiting for a state, and asking a busy broker again. */
final class Patience {

    private static final int TRIES = 30;
    private static final long LOOK_MILLIS = 20;

    private Patience() {}

    /** Looks every 20 ms; after the limit the bench breaks off and says what it waited for. */
    static void until(String what, Duration limit, BooleanSupplier seen) throws InterruptedException {
        for (long end = System.nanoTime() + limit.toNanos(); !seen.getAsBoolean(); ) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + limit + ": " + what);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /** A broker under load refuses with RESOURCE_EXHAUSTED: it is asked again, a little later each time. */
    static <T> T insist(Callable<T> call) {
        for (int tries = 1; ; tries++) {
            try {
                return call.call();
            } catch (Exception e) {
                if (tries == TRIES) {
                    throw new IllegalStateException(e);
                }
                try {
                    Thread.sleep(tries * LOOK_MILLIS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(interrupted);
                }
            }
        }
    }
}
