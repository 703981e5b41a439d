package io.usher.engine.journey.work;

import io.camunda.client.CamundaClient;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.platform.zeebe.BrokerAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps the jobs that are at work here: their time-outs are set anew by a timer of its own, so that a visit may take longer than
 * a time-out, and a time-out may be short for the jobs of an engine that died.
 */
@Component
class JobKeeper implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);
    private static final int TIMES_PER_TIMEOUT = 4;
    private static final int MOST_TIMEOUTS = 15;

    private final CamundaClient client;
    private final RealTime time;
    private final Duration timeout;
    private final Map<Long, Work> atWork = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-keeper").factory());

    JobKeeper(CamundaClient client, JourneyProperties properties, RealTime time) {
        this.client = client;
        this.time = time;
        this.timeout = properties.jobTimeout();
        long every = timeout.dividedBy(TIMES_PER_TIMEOUT).toMillis();
        timer.scheduleWithFixedDelay(this::keepAll, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Does the work while the job is kept for it. Nothing, and nothing is done, when the job is at work here already: it came again
     * although it was kept, and whoever is at it answers it.
     */
    <T> Optional<T> during(long job, Supplier<T> work) {
        var begun = new Work(time.now());
        if (atWork.putIfAbsent(job, begun) != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            atWork.remove(job, begun);
        }
    }

    private void keepAll() {
        try {
            atWork.forEach(this::keep);
        } catch (Throwable e) {
            LOG.error("Jobs at work could not be kept and may come again", e);
        }
    }

    /** What hangs is let go after a while, so that another worker can try. */
    private void keep(long job, Work work) {
        if (time.now().isAfter(work.begun().plus(timeout.multipliedBy(MOST_TIMEOUTS)))) {
            LOG.error("Job {} has been at work for {} and is kept no longer", job, timeout.multipliedBy(MOST_TIMEOUTS));
            atWork.remove(job, work);
            return;
        }
        BrokerAnswers.once(() ->
                        client.newUpdateTimeoutCommand(job).timeout(timeout).send())
                .subscribe(kept -> {}, error -> LOG.debug("Job {} could not be kept", job, error));
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    /** Told apart by identity: a job that was let go may be at work again. */
    private static final class Work {

        private final Instant begun;

        Work(Instant begun) {
            this.begun = begun;
        }

        Instant begun() {
            return begun;
        }
    }
}
