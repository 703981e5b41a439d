package io.usher.engine.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ServerCheckTest {

    @Test
    void shouldAskTheServerAtMostEveryFewSeconds() {
        var asked = new AtomicInteger();
        var check = new ServerCheck("Store", "host:1", Mono.fromCallable(asked::incrementAndGet), new RealTime());
        for (int i = 0; i < 5; i++) {
            assertThat(health(check).getStatus()).isEqualTo(Status.UP);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void shouldSayWhatIsWaitedForWhenTheServerRefuses() {
        var refusing = Mono.error(new IllegalStateException("secret: mongodb://user:password@host"));
        var health = health(new ServerCheck("Store", "host:1", refusing, new RealTime()));
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry("waitingFor", "Store at host:1 to answer")
                .containsKey("since");
        assertThat(health.getDetails().toString()).doesNotContain("password");
    }

    @Test
    void shouldNotWaitForAServerThatNeverAnswers() {
        StepVerifier.withVirtualTime(() -> new ServerCheck("Store", "host:1", Mono.never(), new RealTime()).health())
                .thenAwait(Duration.ofSeconds(4))
                .assertNext(health -> assertThat(health.getStatus()).isEqualTo(Status.DOWN))
                .verifyComplete();
    }

    private static Health health(ServerCheck check) {
        return Objects.requireNonNull(check.health().block(Duration.ofSeconds(5)));
    }
}
