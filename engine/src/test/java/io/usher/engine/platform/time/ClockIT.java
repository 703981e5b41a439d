package io.usher.engine.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.async.Async;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

@EngineIT
class ClockIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private ClockOffsets offsets;

    @Autowired
    private RealTime realTime;

    @Autowired
    private UsherClock clock;

    @Test
    void shouldMoveForwardBySoMuchAndAnswerTheTime() {
        var api = workspaces.anonymous();
        var before = clock.offset();
        var time = api.post("/actuator/clock/add", Map.of("duration", "PT2S"));
        assertThat(clock.offset()).isEqualTo(before.plusSeconds(2));
        assertThat(Duration.parse(time.path("offset").asString())).isEqualTo(clock.offset());
        assertThat(Instant.parse(time.path("time").asString()))
                .isAfterOrEqualTo(realTime.now().plus(before));
    }

    @Test
    void shouldRefuseToGoBackOrToStand() {
        var before = clock.offset();
        for (var duration : List.of("PT0S", "-PT1S", "P1M", "tomorrow", "")) {
            var refused = workspaces
                    .anonymous()
                    .send("POST", "/actuator/clock/add", Map.of("duration", duration))
                    .expect(400);
            assertThat(refused.body().path("errors").path(0).path("field").asString())
                    .isEqualTo("duration");
        }
        assertThat(clock.offset()).isEqualTo(before);
    }

    @Test
    void shouldAnswerOnlyWhenEveryLiveEngineHasTheNewTime() {
        // given: another engine that lives and follows late, and one that died an hour ago
        var before = clock.offset();
        Async.await(offsets.report("dead", Duration.ZERO, realTime.now().minusSeconds(3600)));
        Async.await(offsets.report("late", before, realTime.now()));
        var began = realTime.now();
        var follows = Flux.interval(Duration.ofMillis(300))
                .concatMap(tick -> offsets.report("late", tick < 3 ? before : clock.offset(), realTime.now()))
                .subscribe();
        try {
            // when
            workspaces.anonymous().post("/actuator/clock/add", Map.of("duration", "PT1S"));

            // then
            assertThat(Duration.between(began, realTime.now())).isGreaterThan(Duration.ofMillis(600));
        } finally {
            follows.dispose();
            Async.await(offsets.withdraw("late"));
            Async.await(offsets.withdraw("dead"));
        }
    }
}
