package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.account.Caller.Scope;
import io.usher.engine.platform.time.UsherClock;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.CredentialsExpiredException;
import reactor.test.StepVerifier;

class CachedApiKeysTest {

    private static final NamedActor ANNA = new NamedActor(new Actor(Actor.Kind.PERSON, "u1"), "anna");

    private static final WorkspaceId MAIN = new WorkspaceId("main");

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FakeKeys store = new FakeKeys();
    private final CachedApiKeys keys = new CachedApiKeys(store, new UsherClock() {
        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void shouldRefuseAKeyFromTheMomentThatItExpiresAlsoWhenItIsKeptInMemory() {
        var key = key(now.plusSeconds(10));
        StepVerifier.create(keys.identify(key)).expectNextCount(1).verifyComplete();
        now = now.plusSeconds(9);
        StepVerifier.create(keys.identify(key)).expectNextCount(1).verifyComplete();
        now = now.plusSeconds(1);
        StepVerifier.create(keys.identify(key)).verifyError(CredentialsExpiredException.class);
    }

    @Test
    void shouldNotTellThatAKeyHasExpiredToWhoDoesNotHaveItsSecret() {
        var key = key(now.minusSeconds(1));
        var forged = new KeyText(key.id(), "A".repeat(43));
        StepVerifier.create(keys.identify(forged)).verifyComplete();
    }

    @Test
    void shouldNoteTheUseOfAKeyAtMostOnceAMinute() {
        var key = key(null);
        for (int second = 0; second < 150; second++) {
            keys.identify(key).block();
            now = now.plusSeconds(1);
        }
        assertThat(store.uses).hasSize(3);
        assertThat(Duration.between(store.uses.get(0), store.uses.get(1))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void shouldKnowAKeyAlthoughItsUseCouldNotBeNoted() {
        var key = key(null);
        store.away = true;
        StepVerifier.create(keys.identify(key)).expectNextCount(1).verifyComplete();
    }

    private KeyText key(@Nullable Instant expiresAt) {
        var created = Objects.requireNonNull(
                keys.create(MAIN, "Shop", Set.of(Scope.SEND), ANNA, expiresAt).block());
        return KeyText.parse(created.text()).orElseThrow();
    }
}
