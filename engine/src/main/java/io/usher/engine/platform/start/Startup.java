package io.usher.engine.platform.start;

import io.usher.engine.platform.async.Async;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the {@link Preparation}s as soon as MongoDB answers, again and again until they succeed or one of them refuses
 * the start for good, and says what is waited for.
 * The web server is up meanwhile; requests are answered 503 until {@link #ready()}.
 */
@Component
public class Startup implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<Preparation> preparations;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> waitingFor = new AtomicReference<>("MongoDB");
    private final CompletableFuture<String> refused = new CompletableFuture<>();
    private volatile @Nullable Thread thread;

    Startup(List<Preparation> preparations) {
        this.preparations = preparations;
    }

    public boolean ready() {
        return ready.getCount() == 0;
    }

    /** What the engine waits for, for a person; null when it is ready. */
    public @Nullable String waitingFor() {
        return waitingFor.get();
    }

    /** Blocks the calling loop until everything is prepared. */
    public void awaitReady() throws InterruptedException {
        ready.await();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("startup").start(this::prepareAll);
    }

    /** Completed with the reason when the engine must not start here; it never becomes ready then. */
    public CompletableFuture<String> refused() {
        return refused;
    }

    private void prepareAll() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (Preparation preparation : preparations) {
                    Async.await(preparation.prepare(), preparation.limit());
                }
                waitingFor.set(null);
                ready.countDown();
                LOG.info("Ready");
                return;
            } catch (StartRefused e) {
                var why = String.valueOf(e.getMessage());
                LOG.error("The engine does not start: {}", why);
                waitingFor.set(why);
                refused.complete(why);
                return;
            } catch (StillWaiting e) {
                waitFor(String.valueOf(e.getMessage()), String.valueOf(e.getMessage()));
            } catch (Throwable e) {
                var error = String.valueOf(e.getMessage());
                waitFor("MongoDB (" + firstLine(error) + ")", "MongoDB: " + error);
            }
        }
    }

    private void waitFor(String shown, String logged) {
        if (!shown.equals(waitingFor.getAndSet(shown))) {
            LOG.warn("Waiting for {}", logged);
        }
        Async.pause(PAUSE);
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
