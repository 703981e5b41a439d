package io.usher.engine.message.internal;

import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.internal.Sender.Attempt;
import io.usher.engine.message.internal.Sender.Times;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.Loop;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.async.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Delivers what waits, some messages side by side, and finds hand-overs whose sender is gone. */
@Component
class DeliveryLoop implements DeliveryNudge, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("deliver").start(task);
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final long GRACE_SECONDS = 20;

    private final Sender sender;
    private final Outbox outbox;
    private final Times times;
    private final Semaphore slots = new Semaphore(SIDE_BY_SIDE);
    private final Loop loop;

    DeliveryLoop(Sender sender, Outbox outbox, Times times, Loops loops) {
        this.sender = sender;
        this.outbox = outbox;
        this.times = times;
        this.loop = loops.add("delivery", POLL, this::takeSome);
        loops.add("delivery-sweeper", SWEEP, this::sweep);
    }

    @Override
    public void stored() {
        loop.nudge();
    }

    /** As many as there are free places: what is taken is delivered at once, and no lease runs while a message waits for one. */
    private boolean takeSome() throws InterruptedException {
        slots.acquire();
        int places = 1 + slots.drainPermits();
        List<Attempt> attempts = List.of();
        try {
            attempts = sender.take(places);
        } finally {
            slots.release(places - attempts.size());
        }
        attempts.forEach(taken -> Tasks.start(THREADS, () -> deliver(taken), slots::release));
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

    private boolean sweep() {
        var entry = new Entry(
                State.UNCERTAIN,
                times.clock().instant(),
                "lease-ended",
                Uncertain.SENTENCE + " Sending was interrupted.");
        long expired = Async.value(outbox.expire(times.real().now(), entry));
        if (expired > 0) {
            LOG.warn("{} messages became uncertain: their sender ended during the hand-over", expired);
        }
        return false;
    }

    @Override
    public void destroy() throws InterruptedException {
        if (!slots.tryAcquire(SIDE_BY_SIDE, GRACE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("Some messages are still being handed over; they will be found uncertain");
        }
    }
}
