package io.usher.engine.platform.async;

import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.start.Startup;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the background loops of all modules once the engine is ready, and ends them before the database is closed. */
@Component
public class Loops implements SmartLifecycle {

    private final Startup startup;
    private final boolean background;
    private final RealTime time;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final List<Consumer<Loop>> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Loops(Startup startup, PlatformProperties properties, RealTime time) {
        this.startup = startup;
        this.background = properties.background();
        this.time = time;
    }

    /**
     * Adds a loop.
     *
     * @param name shown in logs and thread names
     * @param poll the longest pause between two passes; {@link Loop#nudge()} shortens it
     * @param pass does a piece of work; true when there may be more, so that the next pass follows at once
     */
    public Loop add(String name, Duration poll, Loop.Pass pass) {
        var loop = new Loop(name, poll, pass, startup, time);
        loops.add(loop);
        watchers.forEach(watcher -> watcher.accept(loop));
        if (running && background) {
            loop.start();
        }
        return loop;
    }

    /** Tells of each loop, those that are added later too; of one added at this moment perhaps twice. */
    public void watch(Consumer<Loop> watcher) {
        watchers.add(watcher);
        loops.forEach(watcher);
    }

    /** What each loop did last, in the order in which they were added. */
    public List<LoopState> states() {
        return loops.stream().map(Loop::state).toList();
    }

    @Override
    public void start() {
        running = true;
        if (background) {
            loops.forEach(Loop::start);
        }
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(Loop::interrupt);
        loops.forEach(Loop::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
