package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.account.internal.Passwords.Lane;
import io.usher.engine.shared.ProblemException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @AfterEach
    void end() {
        passwords.destroy();
    }

    @Test
    void shouldKnowAPasswordByItsArgon2Hash() {
        var hash = hash("correct horse battery");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("correct");
        StepVerifier.create(passwords.matches("correct horse battery", hash, Lane.STRANGER))
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(passwords.matches("correct horse batterY", hash, Lane.KNOWN))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void shouldSaltEachHash() {
        assertThat(hash("correct horse battery")).isNotEqualTo(hash("correct horse battery"));
    }

    @Test
    void shouldKnowAPasswordByAHashOfOldAndCallItWeak() {
        var old = Objects.requireNonNull(
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode("correct horse battery"));
        StepVerifier.create(passwords.matches("correct horse battery", old, Lane.KNOWN))
                .expectNext(true)
                .verifyComplete();
        assertThat(passwords.weak(old)).isTrue();
        assertThat(passwords.weak(hash("correct horse battery"))).isFalse();
    }

    @Test
    void shouldHashOneAtATimeForStrangersAndOneForThoseWhoAreKnown() {
        StepVerifier.create(Flux.range(0, 8)
                        .flatMap(i -> passwords
                                .hash("password " + i, i % 2 == 0 ? Lane.KNOWN : Lane.STRANGER)
                                .map(hash -> Thread.currentThread().getName()))
                        .distinct()
                        .collectList())
                .assertNext(threads -> assertThat(threads).hasSize(2).allMatch(name -> name.startsWith("argon2")))
                .verifyComplete();
    }

    @Test
    void shouldAnswer429WhenStrangersFillTheirQueueAndGoOnForThoseWhoAreKnown() {
        // given
        var small = new Passwords(3);
        var hash = hash("correct horse battery");
        try {
            // when: all of them at once
            var strangers = Flux.range(0, 30)
                    .flatMap(
                            i -> small.matches("guess " + i, hash, Lane.STRANGER)
                                    .materialize(),
                            30)
                    .collectList();
            var known = small.matches("correct horse battery", hash, Lane.KNOWN);
            var both = Objects.requireNonNull(Mono.zip(strangers, known).block(Duration.ofSeconds(30)));

            // then
            assertThat(both.getT2()).isTrue();
            var refused = both.getT1().stream()
                    .filter(signal -> signal.isOnError())
                    .map(signal -> ((ProblemException) Objects.requireNonNull(signal.getThrowable())).problem())
                    .toList();
            assertThat(refused).hasSizeBetween(20, 27).allSatisfy(problem -> {
                assertThat(problem.status()).isEqualTo(429);
                assertThat(problem.retryAfter()).isPositive();
            });
        } finally {
            small.destroy();
        }
    }

    @Test
    void shouldNobodyMatchAnything() {
        StepVerifier.create(passwords.matchesNobody("anything", Lane.STRANGER))
                .expectNext(false)
                .verifyComplete();
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.hash(password, Lane.KNOWN).block(Duration.ofSeconds(10)));
    }
}
