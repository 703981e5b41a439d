package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.journey.internal.lane.Lanes;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.Tasks;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.workflow.LinkTable;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Many contacts side by side, each strictly one event after another. A contact whose event fails backs off with everything
 * behind it; an event whose look always fails is parked after some tries.
 */
@Component
class ContactQueues {

    private static final Logger LOG = LoggerFactory.getLogger(ContactQueues.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofMillis(100);

    private final Dispatch dispatch;
    private final DispatchQueue queue;
    private final Lanes lanes;
    private final RealTime time;
    private final JourneyProperties properties;
    private final Semaphore permits;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("dispatch-", 0).factory());
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Backoff> backoffs = new ConcurrentHashMap<>();
    private volatile Runnable whenFree = () -> {};

    ContactQueues(Dispatch dispatch, DispatchQueue queue, Lanes lanes, RealTime time, JourneyProperties properties) {
        this.dispatch = dispatch;
        this.queue = queue;
        this.lanes = lanes;
        this.time = time;
        this.properties = properties;
        this.permits = new Semaphore(properties.dispatchParallel());
    }

    /** Called when a contact is free again and half of the places, or more, are. */
    void whenFree(Runnable action) {
        whenFree = action;
    }

    /** How many contacts more may be taken in hand. */
    int room() {
        return permits.availablePermits();
    }

    /** Whether half of the places, or more, are free. */
    boolean halfFree() {
        return 2 * room() >= properties.dispatchParallel();
    }

    /** Whether nothing of this contact is being dispatched and it is not backing off. */
    boolean free(String key) {
        var backoff = backoffs.get(key);
        return !busy.contains(key) && (backoff == null || !backoff.until().isAfter(time.now()));
    }

    /** Dispatches a contact's events in their order; waits only while there is no room. */
    void submit(DueRun run, LinkTable links) throws InterruptedException {
        var key = run.key();
        permits.acquire();
        busy.add(key);
        Tasks.start(threads, () -> dispatch(run, links), () -> {
            busy.remove(key);
            permits.release();
            if (halfFree()) {
                whenFree.run();
            }
        });
    }

    /** Ends early when the contact's turn is over, or its lane is no longer ours. */
    private void dispatch(DueRun run, LinkTable links) {
        var end = time.now().plus(TURN);
        for (Event event : run.events()) {
            if (!lanes.mine().contains(DispatchQueue.lane(event))) {
                return;
            }
            try {
                if (!dispatch.dispatch(event, links)) {
                    return;
                }
                backoffs.remove(run.key());
                if (time.now().isAfter(end)) {
                    return;
                }
            } catch (Throwable e) {
                failed(run.key(), event, e);
                return;
            }
        }
    }

    private void failed(String key, Event event, Throwable failure) {
        boolean counts = Failures.ofContent(failure);
        var backoff =
                backoffs.merge(key, next(new Backoff(0, 0, time.now()), counts), (old, first) -> next(old, counts));
        if (counts) {
            LOG.error("Dispatch of event {} failed, try {}", event.id(), backoff.tries(), failure);
        } else if (Failures.unavailable(failure)) {
            LOG.warn("Dispatch of event {} waits for a server: {}", event.id(), failure.getMessage());
        } else {
            LOG.error("Dispatch of event {} waits for this process to be well again", event.id(), failure);
        }
        if (backoff.tries() >= properties.lookTries()) {
            park(key, event, failure);
        }
    }

    private Backoff next(Backoff old, boolean counts) {
        var pause = Duration.ofMillis(Math.min(LONGEST.toMillis(), 200L << Math.min(old.failures(), 10)));
        return new Backoff(
                old.failures() + 1, old.tries() + (counts ? 1 : 0), time.now().plus(pause));
    }

    /** Only an event without intent can be parked; one with an intent stays due and is tried for ever. */
    private void park(String key, Event event, Throwable failure) {
        try {
            if (Async.value(queue.park(event, "It could not be decided: " + Failures.words(failure)))) {
                backoffs.remove(key);
            }
        } catch (RuntimeException e) {
            LOG.warn("Event {} could not be parked: {}", event.id(), e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Failures in a row, those of them that count as tries, and until when the contact is left alone. */
    private record Backoff(int failures, int tries, Instant until) {}
}
