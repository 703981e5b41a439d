package io.usher.engine.message.internal;

import io.usher.engine.message.internal.Sender.Attempt;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The places of the messages that are delivered side by side. Each comes back when its message is done with, however that ends. */
final class DeliveryPlaces {

    static final int SIDE_BY_SIDE = 8;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPlaces.class);

    private final Sender sender;
    private final Executor threads;
    private final Semaphore free = new Semaphore(SIDE_BY_SIDE);

    DeliveryPlaces(Sender sender, Executor threads) {
        this.sender = sender;
        this.threads = threads;
    }

    /**
     * As many as there are free places: what is taken is delivered at once, and no lease runs while a message waits for one. True
     * when something was taken. A message that cannot be begun keeps no other from it; that is thrown when all others are begun.
     */
    boolean fill() throws InterruptedException {
        free.acquire();
        int places = 1 + free.drainPermits();
        List<Attempt> attempts = List.of();
        try {
            attempts = sender.take(places);
        } finally {
            free.release(places - attempts.size());
        }
        @Nullable Throwable failure = null;
        for (var taken : attempts) {
            try {
                Tasks.start(threads, () -> deliver(taken), free::release);
            } catch (Throwable e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("Not all messages that were taken could be begun", failure);
        }
        return !attempts.isEmpty();
    }

    private void deliver(Attempt attempt) {
        try {
            sender.deliver(attempt);
        } catch (Throwable e) {
            logFailure(attempt, e);
        }
    }

    /** Nothing more is done: its lease ends, then it is taken again or found uncertain. */
    private static void logFailure(Attempt attempt, Throwable e) {
        if (Failures.unavailable(e)) {
            LOG.warn(
                    "Message {} is left to the end of its lease ({})",
                    attempt.message().id(),
                    e.getMessage());
        } else {
            LOG.error(
                    "Message {} is left to the end of its lease",
                    attempt.message().id(),
                    e);
        }
    }

    /** Closes them; false when some are not free within that time. */
    boolean close(Duration grace) throws InterruptedException {
        return free.tryAcquire(SIDE_BY_SIDE, grace.toMillis(), TimeUnit.MILLISECONDS);
    }
}
