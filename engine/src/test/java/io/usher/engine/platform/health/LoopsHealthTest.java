package io.usher.engine.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.async.LoopState;
import io.usher.engine.platform.async.LoopState.Failure;
import io.usher.engine.platform.async.LoopState.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class LoopsHealthTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final LoopState WELL = new LoopState(
            "dispatch", POLL, NOW.minusSeconds(5), new Round(NOW.minusSeconds(5), Duration.ofMillis(12)), null, null);

    @Test
    void shouldShowTheLastRoundOfEachLoop() {
        var failed = new Failure(NOW.minusSeconds(5), "StackOverflowError");
        var failing = new LoopState("lanes", POLL, NOW.minusSeconds(5), WELL.round(), failed, NOW.minusSeconds(30));

        var health = LoopsHealth.of(List.of(WELL, failing), NOW);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .containsEntry(
                        "dispatch",
                        Map.of("state", "goes round", "lastRound", "2026-05-01T11:59:55Z", "tookMillis", 12L))
                .containsEntry(
                        "lanes",
                        Map.of(
                                "state", "fails",
                                "lastRound", "2026-05-01T11:59:55Z",
                                "tookMillis", 12L,
                                "lastFailure", "StackOverflowError",
                                "lastFailureAt", "2026-05-01T11:59:55Z",
                                "failingSince", "2026-05-01T11:59:30Z"));
    }

    @Test
    void shouldBeDownWhenALoopIsSilentForTooLong() {
        var silent = new LoopState("dispatch", POLL, NOW.minusSeconds(600), null, null, null);

        var health = LoopsHealth.of(List.of(silent), NOW);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry("waitingFor", "loop dispatch to go on")
                .containsEntry("dispatch", Map.of("state", "silent"));
    }

    @Test
    void shouldBeDownWhenALoopFailsForTooLong() {
        var failed = new Failure(NOW, "NoClassDefFoundError");
        var failing = new LoopState("dispatch", POLL, NOW, WELL.round(), failed, NOW.minusSeconds(600));

        var health = LoopsHealth.of(List.of(failing), NOW);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("waitingFor", "loop dispatch to succeed");
    }

    @Test
    void shouldNotBeDownForLoopsThatHaveNotBegun() {
        var waiting = new LoopState("dispatch", POLL, null, null, null, null);
        assertThat(LoopsHealth.of(List.of(waiting), NOW).getStatus()).isEqualTo(Status.UP);
    }
}
