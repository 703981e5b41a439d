package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TryLimitTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FakeTries tries = new FakeTries();
    private final TryLimit limit = new TryLimit(tries, new RealTime() {
        @Override
        public Instant now() {
            return now;
        }
    });

    @ParameterizedTest
    @CsvSource({"5,5", "6,10", "7,20", "8,40", "12,640", "13,900", "100,900", "2000000000,900"})
    void shouldDoubleTheDelayUpToAQuarterOfAnHour(int count, long seconds) {
        assertThat(TryLimit.delay(count)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void shouldLetFiveTriesThroughAndTheNextOnlyAfterTheDelay() {
        for (int i = 0; i < 5; i++) {
            admitted();
        }
        refused(5);
        now = now.plusSeconds(4);
        refused(1);
        now = now.plusSeconds(1);
        admitted();
        refused(10);
    }

    @Test
    void shouldNotProlongTheDelayByTriesThatAreRefused() {
        for (int i = 0; i < 5; i++) {
            admitted();
        }
        for (int i = 0; i < 50; i++) {
            refused(5);
        }
        now = now.plusSeconds(5);
        admitted();
    }

    @Test
    void shouldForgetAfterARightPassword() {
        for (int i = 0; i < 5; i++) {
            admitted();
        }
        StepVerifier.create(limit.forget("anna", "10.0.0.1")).verifyComplete();
        admitted();
    }

    @Test
    void shouldCountEachUserAndAddressApart() {
        for (int i = 0; i < 5; i++) {
            admitted();
        }
        StepVerifier.create(limit.admit("anna", "10.0.0.2")).verifyComplete();
        StepVerifier.create(limit.admit("bert", "10.0.0.1")).verifyComplete();
        refused(5);
    }

    @Test
    void shouldLetOneThroughOfManyAtOnceAfterTheDelay() {
        for (int i = 0; i < 5; i++) {
            admitted();
        }
        now = now.plusSeconds(5);
        var through = Flux.range(0, 20)
                .flatMap(i -> limit.admit("anna", "10.0.0.1").thenReturn(1).onErrorComplete())
                .count()
                .block(Duration.ofSeconds(5));
        assertThat(through).isEqualTo(1);
    }

    private void admitted() {
        StepVerifier.create(limit.admit("anna", "10.0.0.1")).verifyComplete();
    }

    private void refused(long seconds) {
        StepVerifier.create(limit.admit("anna", "10.0.0.1"))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                            assertThat(refusal.problem().status()).isEqualTo(429);
                            assertThat(refusal.problem().retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
                        }));
    }

    private static final class FakeTries implements TryStore {

        private record Entry(int tries, Instant blockedUntil) {}

        private final Map<String, Entry> entries = new HashMap<>();

        @Override
        public Mono<Integer> count(String key, Instant now) {
            return Mono.defer(() -> {
                var entry = entries.getOrDefault(key, new Entry(0, Instant.EPOCH));
                if (entry.blockedUntil().isAfter(now)) {
                    return Mono.empty();
                }
                entries.put(key, new Entry(entry.tries() + 1, entry.blockedUntil()));
                return Mono.just(entry.tries() + 1);
            });
        }

        @Override
        public Mono<Boolean> block(String key, int tries, Instant until) {
            return Mono.fromSupplier(() -> {
                var entry = Objects.requireNonNull(entries.get(key));
                if (entry.tries() != tries) {
                    return false;
                }
                entries.put(key, new Entry(tries, until));
                return true;
            });
        }

        @Override
        public Mono<Instant> blockedUntil(String key) {
            return Mono.justOrEmpty(entries.get(key)).map(Entry::blockedUntil);
        }

        @Override
        public Mono<Void> forget(String key) {
            return Mono.fromRunnable(() -> entries.remove(key));
        }

        @Override
        public Mono<Void> forgetOlderThan(Instant time) {
            return Mono.empty();
        }
    }
}
