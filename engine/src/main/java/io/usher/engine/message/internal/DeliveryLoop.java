package io.usher.engine.message.internal;

import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.internal.Sender.Times;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loop;
import io.usher.engine.platform.async.Loops;
import java.time.Duration;
import java.util.concurrent.Executor;
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
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final int ADOPTED_AT_ONCE = 500;
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final Times times;
    private final DeliveryPlaces places;
    private final Loop loop;

    DeliveryLoop(Sender sender, Outbox outbox, Times times, Loops loops) {
        this.places = new DeliveryPlaces(sender, THREADS, this::stored);
        this.outbox = outbox;
        this.times = times;
        this.loop = loops.add("delivery", POLL, places::fill);
        loops.add("delivery-sweeper", SWEEP, this::sweep);
    }

    @Override
    public void stored() {
        loop.nudge();
    }

    private boolean sweep() {
        var entry = new Entry(State.UNCERTAIN, times.clock().instant(), MessageReasons.LEASE_ENDED.with());
        long adopted = Async.value(outbox.adopt(times.real().now(), ADOPTED_AT_ONCE));
        if (adopted > 0) {
            LOG.info("{} messages that an earlier engine stored were put into their queues", adopted);
        }
        long expired = Async.value(outbox.expire(times.real().now(), entry));
        if (expired > 0) {
            LOG.warn("{} messages became uncertain: their sender ended during the hand-over", expired);
        }
        return adopted == ADOPTED_AT_ONCE;
    }

    @Override
    public void destroy() throws InterruptedException {
        if (!places.close(GRACE)) {
            LOG.warn("Some messages are still being handed over; they will be found uncertain");
        }
    }
}
