package io.usher.engine.journey.internal;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.Tasks;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.workflow.LinkTable;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private final Dispatch dispatch;
    private final DispatchQueue queue;
    private final RealTime time;
    private final JourneyProperties properties;
    private final Semaphore permits;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("dispatch-", 0).factory());
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, Backoff> backoffs = new ConcurrentHashMap<>();
    private volatile Runnable whenFree = () -> {};

    ContactQueues(Dispatch dispatch, DispatchQueue queue, RealTime time, JourneyProperties properties) {
        this.dispatch = dispatch;
        this.queue = queue;
        this.time = time;
        this.properties = properties;
        this.permits = new Semaphore(properties.dispatchParallel());
    }

    /** What is dispatched in a row: the contact, or the event alone when it names nobody. */
    static String key(Event event) {
        return event.contact() == null
                ? event.workspace() + ":" + event.id()
                : event.contact().value();
    }

    void whenFree(Runnable action) {
        whenFree = action;
    }

    /** Whether nothing of this contact is being dispatched and it is not backing off. */
    boolean free(String key) {
        var backoff = backoffs.get(key);
        return !busy.contains(key) && (backoff == null || !backoff.until().isAfter(time.now()));
    }

    /** Dispatches these events of one contact in their order; waits only while too many contacts are under way. */
    void submit(List<Event> events, LinkTable links) throws InterruptedException {
        var key = key(events.getFirst());
        permits.acquire();
        busy.add(key);
        Tasks.start(threads, () -> run(key, events, links), () -> {
            busy.remove(key);
            permits.release();
            whenFree.run();
        });
    }

    private void run(String key, List<Event> events, LinkTable links) {
        for (Event event : events) {
            try {
                if (!dispatch.dispatch(event, links)) {
                    return;
                }
                backoffs.remove(key);
            } catch (Throwable e) {
                failed(key, event, e);
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
