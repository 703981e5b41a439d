package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.Problem.FieldError;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
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
        assertThat(hash).startsWith("$argon2id$").doesNotContain("correct");
        StepVerifier.create(passwords.matches("correct horse battery", hash))
                .expectNext(true)
                .verifyComplete();
        StepVerifier.create(passwords.matches("correct horse batterY", hash))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void shouldSaltEachHash() {
        assertThat(hash("correct horse battery")).isNotEqualTo(hash("correct horse battery"));
    }

    @Test
    void shouldHashOnThreadsOfItsOwnAndAtMostTwoAtATime() {
        StepVerifier.create(Flux.range(0, 8)
                        .flatMap(i -> passwords
                                .hash("password " + i)
                                .map(hash -> Thread.currentThread().getName()))
                        .distinct()
                        .collectList())
                .assertNext(threads ->
                        assertThat(threads).hasSizeLessThanOrEqualTo(2).allMatch(name -> name.startsWith("argon2")))
                .verifyComplete();
    }

    @Test
    void shouldNobodyMatchAnything() {
        StepVerifier.create(passwords.matchesNobody("anything"))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void shouldRefusePasswordsThatAreShortOrEndlessOrTheOldOne() {
        assertThat(Passwords.check("new", "elevenchars", "old"))
                .extracting(FieldError::rule)
                .containsExactly("length");
        assertThat(Passwords.check("new", "twelve chars", "old")).isEmpty();
        assertThat(Passwords.check("new", "x".repeat(200), "old")).isEmpty();
        assertThat(Passwords.check("new", "x".repeat(201), "old"))
                .extracting(FieldError::rule)
                .containsExactly("length");
        assertThat(Passwords.check("new", "twelve chars", "twelve chars"))
                .extracting(FieldError::rule)
                .containsExactly("same");
        // six smileys are twelve chars of Java, but six characters
        assertThat(Passwords.check("new", "\uD83D\uDE00".repeat(6), "old")).hasSize(1);
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.hash(password).block(Duration.ofSeconds(10)));
    }
}
