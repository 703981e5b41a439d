package io.usher.engine.platform.crash;

import io.usher.engine.platform.PlatformProperties;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Named places in the mechanism. A process started with {@code USHER_CRASH_AT=name} halts there as by {@code kill -9}; a test
 * may also run something there (for example wait, to be a paused owner). Without either a place costs a map look-up.
 */
@Component
public class CrashPoints {

    private static final int HALTED = 137;

    private final @Nullable String crashAt;
    private final Map<String, Runnable> actions = new ConcurrentHashMap<>();

    CrashPoints(PlatformProperties properties) {
        this.crashAt = properties.crashAt();
    }

    /** Crash points outside a Spring context, for tests of single classes. */
    public static CrashPoints of(PlatformProperties properties) {
        return new CrashPoints(properties);
    }

    /** Says that the place is reached. */
    public void reached(String place) {
        if (place.equals(crashAt)) {
            Runtime.getRuntime().halt(HALTED);
        }
        if (!actions.isEmpty()) {
            var action = actions.get(place);
            if (action != null) {
                action.run();
            }
        }
    }

    /** Runs the action each time the place is reached, until {@link #clear()}; for tests. */
    public void at(String place, Runnable action) {
        actions.put(place, action);
    }

    public void clear() {
        actions.clear();
    }
}
