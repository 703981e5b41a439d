package io.usher.engine.journey.work;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.start.Startup;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * One worker for each kind of block that has jobs, and one for the compiled steps, from the moment the engine is ready. Jobs
 * are pushed as they come, and polled for as well: what came while no stream was open is not pushed later.
 */
@Component
class Workers implements SmartLifecycle {

    private static final int ACTIVE = 32;
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int PAUSES = 250;

    private final CamundaClient client;
    private final JobAnswers answers;
    private final JobTypes types;
    private final Startup startup;
    private final JourneyProperties properties;
    private final boolean background;
    private final List<JobWorker> workers = new CopyOnWriteArrayList<>();
    private final AtomicInteger busy = new AtomicInteger();
    private volatile @Nullable Thread opening;

    Workers(
            CamundaClient client,
            JobAnswers answers,
            JobTypes types,
            Startup startup,
            JourneyProperties properties,
            PlatformProperties platform) {
        this.client = client;
        this.answers = answers;
        this.types = types;
        this.startup = startup;
        this.properties = properties;
        this.background = platform.background();
    }

    @Override
    public void start() {
        if (background) {
            opening = Thread.ofVirtual().name("workers").start(this::open);
        }
    }

    private void open() {
        try {
            startup.awaitReady();
        } catch (InterruptedException e) {
            return;
        }
        var opened = new HashSet<String>();
        while (!Thread.currentThread().isInterrupted() && !openAll(opened)) {
            Async.pause(AGAIN);
        }
    }

    /** False when some are still missing. */
    private boolean openAll(Set<String> opened) {
        try {
            for (String type : types.all()) {
                if (!opened.contains(type)) {
                    workers.add(open(type));
                    opened.add(type);
                }
            }
            return true;
        } catch (Throwable e) {
            LOG.error("Not all workers could be opened; it is tried again", e);
            return false;
        }
    }

    private JobWorker open(String type) {
        return client.newWorker()
                .jobType(type)
                .handler(this::handle)
                .timeout(properties.jobTimeout())
                .maxJobsActive(ACTIVE)
                .fetchVariables("journey", "run")
                .streamEnabled(true)
                .open();
    }

    private void handle(JobClient jobs, ActivatedJob job) {
        busy.incrementAndGet();
        try {
            answers.handle(jobs, job);
        } finally {
            busy.decrementAndGet();
        }
    }

    /** Takes no more jobs and lets those at work finish for some seconds. */
    @Override
    public void stop() {
        var thread = opening;
        if (thread != null) {
            thread.interrupt();
            opening = null;
        }
        workers.forEach(JobWorker::close);
        workers.clear();
        for (int i = 0; i < PAUSES && busy.get() > 0; i++) {
            Async.pause(PAUSE);
        }
    }

    @Override
    public boolean isRunning() {
        return opening != null;
    }
}
