package io.usher.engine.message.internal.template;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The time that one rendering has on its worker thread. Processor time is counted, so that a busy machine does not fail a
 * good template; an interrupt (the caller lost patience) ends it as well.
 */
final class Budget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();
    private static final int STEPS_BETWEEN_LOOKS = 64;

    private final long until = THREADS.getCurrentThreadCpuTime() + Limits.WORK.toNanos();
    private int steps;

    static <T> T within(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, new Budget()).call(work);
    }

    /** Called at every output, filter and block. */
    static void step() {
        CURRENT.get().look();
    }

    private void look() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ExceededException("takes too long");
        }
        if (++steps % STEPS_BETWEEN_LOOKS == 0 && THREADS.getCurrentThreadCpuTime() > until) {
            throw new ExceededException("takes more than " + Limits.WORK.toMillis() + " ms of work");
        }
    }

    /** A limit was reached; the message goes on after "The template ". */
    static final class ExceededException extends RuntimeException {
        ExceededException(String message) {
            super(message, null, false, false);
        }
    }
}
