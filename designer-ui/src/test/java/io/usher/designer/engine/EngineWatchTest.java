package io.usher.designer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.designer.FakeEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineWatchTest {

    private final FakeEngine engine = new FakeEngine();
    private final EngineProperties properties = new EngineProperties(
            engine.url(), engine.url(), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(20), "");
    private final EngineWatch watch = new EngineWatch(EngineHttp.client(properties, HealthClient.class), properties);
    private final List<EngineState> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        watch.destroy();
        engine.close();
    }

    @Test
    void shouldTellThatTheEngineIsAwayAndThatItIsBack() {
        // given
        watch.watch(seen::add);
        await().until(() -> watch.state() instanceof EngineState.Running);

        // when
        engine.goAway();
        await().until(() -> watch.state() instanceof EngineState.Away);
        engine.comeBack();
        await().until(() -> watch.state() instanceof EngineState.Running);

        // then
        await().untilAsserted(() -> assertThat(seen)
                .extracting(state -> state.getClass().getSimpleName())
                .containsExactly("Running", "Away", "Running"));
    }

    @Test
    void shouldSayWhatTheEngineWaitsFor() {
        // given
        engine.storeIs("DOWN");

        // when
        watch.look();

        // then
        assertThat(watch.state())
                .isInstanceOfSatisfying(
                        EngineState.Waiting.class,
                        waiting -> assertThat(waiting.waitsFor()).containsExactly("mongo"));
        assertThat(watch.state().engineVersion()).contains("7.7.7");
    }

    @Test
    void shouldTellAStateOnlyOnce() {
        // given
        watch.watch(seen::add);
        await().until(() -> engine.calls("GET", "/actuator/health").size() >= 3);

        // then
        assertThat(seen).hasSize(1);
    }

    @Test
    void shouldAskNobodyWhileNobodyWatchesAndStartAgainForTheNext() {
        // given
        watch.watch(seen::add).remove();
        var asked = engine.calls("GET", "/actuator/health").size();

        // when
        watch.watch(seen::add);

        // then
        await().until(() -> engine.calls("GET", "/actuator/health").size() > asked);
    }
}
