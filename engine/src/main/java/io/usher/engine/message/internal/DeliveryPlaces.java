package io.usher.engine.message.internal;

import io.usher.engine.message.internal.Sender.Attempt;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The places of the messages that are delivered side by side. Each comes back when its message is done with, however that ends. */
final class DeliveryPlaces {

    static final int SIDE_BY_SIDE = 16;

    /** For one connection: one that hangs holds up only its own. */
    static final int OF_ONE = SIDE_BY_SIDE / 2;

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPlaces.class);

    private final Sender sender;
    private final Executor threads;
    private final Runnable freed;
    private final Semaphore free = new Semaphore(SIDE_BY_SIDE);
    private final Map<String, Integer> busy = new ConcurrentHashMap<>();

    /** @param freed told when a place is free again */
    DeliveryPlaces(Sender sender, Executor threads, Runnable freed) {
        this.sender = sender;
        this.threads = threads;
        this.freed = freed;
    }

    /**
     * As many as there are free places, at most half of all for one connection: what is taken is delivered at once, and no lease runs while a message waits for one. True
     * when something was taken. A message that cannot be begun keeps no other from it; that is thrown when all others are begun.
     */
    boolean fill() throws InterruptedException {
        free.acquire();
        int places = 1 + free.drainPermits();
        List<Attempt> attempts = List.of();
        try {
            attempts = sender.take(places, this::room);
        } finally {
            free.release(places - attempts.size());
        }
        @Nullable Throwable failure = null;
        for (var taken : attempts) {
            busy.merge(taken.connection(), 1, Integer::sum);
            try {
                Tasks.start(threads, () -> deliver(taken), () -> release(taken));
            } catch (Throwable e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw new IllegalStateException("Not all messages that were taken could be begun", failure);
        }
        return !attempts.isEmpty();
    }

    private int room(String connection) {
        return OF_ONE - busy.getOrDefault(connection, 0);
    }

    private void release(Attempt attempt) {
        busy.computeIfPresent(attempt.connection(), (connection, count) -> count == 1 ? null : count - 1);
        free.release();
        freed.run();
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
