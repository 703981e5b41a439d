package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Allowance FIVE = new Allowance(5, Duration.ofMinutes(6));

    @Test
    void shouldAllowTheBurstAtOnceAndThenNothing() {
        var freeAt = taken(NOW, 5);
        assertThat(FIVE.take(freeAt, NOW)).isEmpty();
        assertThat(FIVE.pause(freeAt, NOW)).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void shouldAllowOneMoreEachTimeThePauseHasPassed() {
        var freeAt = taken(NOW, 5);
        assertThat(FIVE.take(freeAt, NOW.plusSeconds(359))).isEmpty();
        assertThat(FIVE.pause(freeAt, NOW.plusSeconds(359))).isEqualTo(Duration.ofSeconds(1));
        var later = NOW.plusSeconds(360);
        var next = FIVE.take(freeAt, later).orElseThrow();
        assertThat(FIVE.take(next, later)).isEmpty();
    }

    @Test
    void shouldAllowNoMoreThanFourteenInTheFirstHourWhateverAStrangerDoes() {
        var freeAt = NOW;
        int allowed = 0;
        for (int second = 0; second < 3_600; second++) {
            var next = FIVE.take(freeAt, NOW.plusSeconds(second));
            allowed += next.isPresent() ? 1 : 0;
            freeAt = next.orElse(freeAt);
        }
        assertThat(allowed).isEqualTo(14);
    }

    @Test
    void shouldAllowTheWholeBurstAgainWhenAllIsFree() {
        var freeAt = taken(NOW, 5);
        taken(freeAt, freeAt, 5);
        taken(freeAt, freeAt.plus(Duration.ofDays(400)), 5);
    }

    @Test
    void shouldNotCountWhatIsGivenBack() {
        var freeAt = taken(NOW, 5);
        assertThat(FIVE.take(FIVE.giveBack(freeAt), NOW)).isPresent();
    }

    private static Instant taken(Instant now, int times) {
        return taken(now, now, times);
    }

    private static Instant taken(Instant before, Instant now, int times) {
        var freeAt = before;
        for (int i = 0; i < times; i++) {
            freeAt = FIVE.take(freeAt, now).orElseThrow();
        }
        return freeAt;
    }
}
