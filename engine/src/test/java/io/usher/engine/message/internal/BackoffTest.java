package io.usher.engine.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void shouldPauseLongerAfterEachTry() {
        assertThat(Backoff.after(1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.after(3, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(2));
        assertThat(Backoff.after(1, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Backoff.after(90, Duration.ofMinutes(5))).isEqualTo(Duration.ofHours(4));
    }
}
