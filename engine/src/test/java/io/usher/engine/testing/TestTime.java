package io.usher.engine.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** Moves the clock of engines and broker; only forward, so tests that move it never depend on the date. */
public final class TestTime {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private TestTime() {}

    /**
     * Lets time pass for something that is seen waiting: adds {@code time}, then one second more at each check until the effect
     * is seen, since a jump that races a timer being made is otherwise missed.
     */
    public static void pass(Api api, Duration time, Callable<Boolean> effectSeen) {
        add(api, time);
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (effectSeen.call()) {
                return true;
            }
            add(api, Duration.ofSeconds(1));
            return false;
        });
    }

    public static void add(Api api, Duration time) {
        api.post("/actuator/clock/add", Map.of("duration", time.toString()));
    }
}
