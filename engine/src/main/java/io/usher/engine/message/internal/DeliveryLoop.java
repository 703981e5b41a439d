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
import java.util.Optional;
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
        this.loop = loops.add("delivery", POLL, this::takeOne);
        loops.add("delivery-sweeper", SWEEP, this::sweep);
    }

    @Override
    public void stored() {
        loop.nudge();
    }

    private boolean takeOne() throws InterruptedException {
        slots.acquire();
        Optional<Attempt> attempt = Optional.empty();
        try {
            attempt = sender.take();
        } finally {
            if (attempt.isEmpty()) {
                slots.release();
            }
        }
        attempt.ifPresent(taken -> Tasks.start(THREADS, () -> deliver(taken), slots::release));
        return attempt.isPresent();
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
