package io.usher.engine.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a second: keeps the file level, brings it to the disk, and closes cursors that nobody reads. */
final class Upkeep implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final StoreParts parts;
    private final GroupCommit commits;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-upkeep").factory());

    Upkeep(StoreParts parts, GroupCommit commits) {
        this.parts = parts;
        this.commits = commits;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::run, 1, 1, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            parts.cursors().closeIdle();
            commits.pause(parts.file()::compact);
            parts.file().flush();
        } catch (Throwable e) { // thrown on, it would be the last upkeep of this process
            log.error("upkeep of the file failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("upkeep of the file did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
