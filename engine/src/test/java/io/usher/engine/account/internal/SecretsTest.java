package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @Test
    void shouldMakeKeysThatParseAndDiffer() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            var key = KeyText.random();
            assertThat(key.text()).matches("usher_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
            assertThat(KeyText.parse(key.text())).contains(key);
            texts.add(key.text());
        }
        assertThat(texts).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "usher_",
                "usher_abcdefghijkl_short",
                "usher_ABCDEFGHIJKL_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "usher_abcdefghijk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "usher_abcdefghijkl_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
                "usher_abcdefghijkl_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa+"
            })
    void shouldNotTakeForAKeyWhatIsNone(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    @Test
    void shouldNeverShowTheSecretOfAKey() {
        var key = KeyText.random();
        assertThat(key.toString()).doesNotContain(key.secret()).contains(key.id());
    }

    @Test
    void shouldHashToSha256() {
        assertThat(Secrets.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Secrets.same(Secrets.hash("abc"), Secrets.hash("abc"))).isTrue();
        assertThat(Secrets.same(Secrets.hash("abc"), Secrets.hash("abd"))).isFalse();
    }

    @Test
    void shouldMakeTokensOf256Bits() {
        assertThat(Secrets.random()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Secrets.random());
    }
}
