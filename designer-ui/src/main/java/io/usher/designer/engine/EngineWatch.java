package io.usher.designer.engine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Looks at the engine's health while anybody watches, once for all pages that are seen, and tells the watchers when the state
 * has changed: so a page says by itself that the engine is away, and that it is back.
 */
@Service
public class EngineWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EngineWatch.class);

    private final HealthClient engine;
    private final Duration every;
    private final Set<Consumer<EngineState>> watchers = ConcurrentHashMap.newKeySet();
    private volatile EngineState state = new EngineState.Unknown();
    private Thread looker = new Thread();

    public EngineWatch(HealthClient engine, EngineProperties properties) {
        this.engine = engine;
        this.every = properties.lookEvery();
    }

    public EngineState state() {
        return state;
    }

    /** Tells each change until the answer is removed. The watcher must not block. */
    public Registration watch(Consumer<EngineState> watcher) {
        watchers.add(watcher);
        startLooking();
        return () -> watchers.remove(watcher);
    }

    /** Shows the state on a component for as long as it is on a page that can be seen: at once, and after each change. */
    public void show(Component component, Consumer<EngineState> shown) {
        component.addAttachListener(attached -> {
            var ui = attached.getUI();
            var watching = InView.of(ui).whileSeen(() -> {
                var told = watch(now -> Pages.access(ui, () -> shown.accept(now)));
                shown.accept(state);
                return told;
            });
            component.addDetachListener(detached -> {
                watching.remove();
                detached.unregisterListener();
            });
        });
    }

    @Override
    public synchronized void destroy() {
        watchers.clear();
        looker.interrupt();
    }

    /** Looks once and tells the watchers if something has changed. */
    void look() {
        var seen = ask();
        if (!seen.equals(state)) {
            state = seen;
            watchers.forEach(watcher -> tell(watcher, seen));
        }
    }

    /** One page that cannot be told keeps nobody else in the dark. */
    private static void tell(Consumer<EngineState> watcher, EngineState seen) {
        try {
            watcher.accept(seen);
        } catch (RuntimeException e) {
            LOG.warn("A page could not be told the engine's state", e);
        }
    }

    private EngineState ask() {
        try {
            var health = engine.health();
            var version = state.engineVersion().or(this::version);
            return health.isUp() ? new EngineState.Running(health, version) : new EngineState.Waiting(health, version);
        } catch (EngineException e) {
            return new EngineState.Away();
        }
    }

    private Optional<String> version() {
        try {
            return engine.version();
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    private synchronized void startLooking() {
        if (!looker.isAlive()) {
            looker = Thread.ofVirtual().name("engine-watch").start(this::lookWhileWatched);
        }
    }

    private void lookWhileWatched() {
        while (isWatched()) {
            look();
            try {
                Thread.sleep(every);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Decided under the lock that starts the looker, so that no watcher is left without one. */
    private synchronized boolean isWatched() {
        if (watchers.isEmpty()) {
            looker = new Thread();
            return false;
        }
        return true;
    }
}
