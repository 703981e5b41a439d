package io.usher.engine.journey.internal.start;

import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns.Starting;
import io.usher.engine.journey.internal.visit.VisitFailures;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.Loop;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.async.Tasks;
import io.usher.engine.shared.JourneyId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the journeys in {@code starting} of this engine's lanes, the oldest first, and starts so many side by side; also those
 * that were left over by a crash, since it looks at nothing but the state. It holds no lease: the lanes' own loop renews them beside it.
 */
@Component
class StartLoop implements StartNudge {

    private static final Logger LOG = LoggerFactory.getLogger(StartLoop.class);
    private static final String NAME = "journeys-start";
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int PAGE = 200;

    private final StartQueue queue;
    private final Starter starter;
    private final VisitFailures failures;
    private final StartBackoff backoff;
    private final Semaphore free;
    private final Set<JourneyId> inFlight = ConcurrentHashMap.newKeySet();
    private final Loop loop;

    StartLoop(StartQueue queue, Starter starter, VisitFailures failures, StartBackoff backoff, Loops loops) {
        this.queue = queue;
        this.starter = starter;
        this.failures = failures;
        this.backoff = backoff;
        this.free = new Semaphore(backoff.parallel());
        this.loop = loops.add(NAME, POLL, this::pass);
    }

    @Override
    public void inserted() {
        loop.nudge();
    }

    /** All pages once; true when something was started, so that there may be more. */
    boolean pass() throws InterruptedException {
        boolean started = false;
        @Nullable Starting last = null;
        while (backoff.brokerAnswers()) {
            var busy = new HashSet<>(inFlight);
            var page = queue.page(last, PAGE);
            loop.alive();
            for (var each : page) {
                var id = each.record().journey().id();
                if (!busy.contains(id) && queue.free(each) && backoff.mayTry(id) && backoff.brokerAnswers()) {
                    launch(each.record());
                    started = true;
                }
            }
            if (page.size() < PAGE) {
                return started;
            }
            last = page.getLast();
        }
        return false;
    }

    private void launch(JourneyRecord record) throws InterruptedException {
        free.acquire();
        var id = record.journey().id();
        inFlight.add(id);
        Tasks.start(task -> Thread.ofVirtual().name("start-" + id).start(task), () -> start(record), () -> {
            inFlight.remove(id);
            free.release();
        });
    }

    private void start(JourneyRecord record) {
        var id = record.journey().id();
        try {
            starter.start(record);
            backoff.succeeded(id);
        } catch (Throwable e) {
            if (!Failures.ofContent(e)) {
                backoff.unavailable(id, e);
            } else if (backoff.failed(id, e)) {
                LOG.warn("Journey {} could not be started and is tried again", id, e);
            } else {
                LOG.error("Journey {} could not be started", id, e);
                park(record, e);
            }
        }
    }

    /** When even that fails, the journey stays in starting and the next passes try again. */
    private void park(JourneyRecord record, Throwable cause) {
        try {
            failures.parkStart(record.journey(), cause);
        } catch (RuntimeException e) {
            LOG.warn("Journey {} could not be parked", record.journey().id(), e);
        }
    }
}
