package io.usher.engine.message.internal.template;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The work that one rendering may do on its worker thread, counted in steps from when it runs. Processor time is only the net
 * below, and an interrupt (the caller lost patience) ends it as well.
 */
final class Budget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();
    private static final int STEPS_BETWEEN_LOOKS = 1_024;

    private final long until = THREADS.getCurrentThreadCpuTime() + Limits.WORK.toNanos();
    private int steps;
    private int nextLook = STEPS_BETWEEN_LOOKS;

    static <T> T within(ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(CURRENT, new Budget()).call(work);
    }

    /** Called for every expression, element and turn. */
    static void step() {
        CURRENT.get().take(1);
    }

    /** So many elements are looked at. */
    static void elements(long count) {
        CURRENT.get().take(count);
    }

    /** So many characters are looked at or copied. */
    static void characters(long count) {
        CURRENT.get().take(1 + count / Limits.CHARACTERS);
    }

    /** Steps taken until now. */
    static int taken() {
        return CURRENT.get().steps;
    }

    private void take(long count) {
        if (steps + count > Limits.STEPS) {
            throw new ExceededException("takes more than " + Limits.STEPS + " steps of work");
        }
        steps += (int) count;
        if (steps >= nextLook) {
            nextLook = steps + STEPS_BETWEEN_LOOKS;
            look();
        }
    }

    private void look() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ExceededException("takes too long");
        }
        if (THREADS.getCurrentThreadCpuTime() > until) {
            throw new ExceededException("takes more than " + Limits.WORK.toMillis() + " ms of work");
        }
    }

    /** A limit was reached; the message goes on after "The template ". */
    static final class ExceededException extends RuntimeException {
        ExceededException(String message) {
            super(message, null, false, false);
        }

        static ExceededException tooLarge() {
            return new ExceededException("makes a value that is too large");
        }
    }
}
