package io.usher.engine.platform.async;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pieces of work beside the loop that found them; whatever ends one is seen, and what it held is given back. */
public final class Tasks {

    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private Tasks() {}

    /**
     * Runs the work there.
     *
     * @param end runs after the work however that ends, and also when it cannot even begin, which is then thrown
     */
    public static void start(Executor threads, Runnable work, Runnable end) {
        try {
            threads.execute(() -> run(work, end));
        } catch (Throwable e) {
            end.run();
            throw e;
        }
    }

    private static void run(Runnable work, Runnable end) {
        try {
            work.run();
        } catch (Throwable e) {
            LOG.error("{} ended in the middle", Thread.currentThread().getName(), e);
        } finally {
            end.run();
        }
    }
}
