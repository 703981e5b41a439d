package io.usher.engine.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.engine.platform.start.WrongSettingException;
import io.usher.engine.shared.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretKeysTest {

    private static final String OLD = "old-key-".repeat(5);
    private static final String NEW = "new-key-".repeat(5);

    @Test
    void shouldOpenWhatItSealedForThatPlaceOnly() {
        var keys = keys(OLD);
        var sealed = keys.seal("geheim", "here");

        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("geheim");
        assertThat(keys.seal("geheim", "here").bytes()).isNotEqualTo(sealed.bytes());
        assertThat(keys.open(sealed, "here")).contains("geheim");
        assertThat(keys.open(sealed, "there")).isEmpty();
        sealed.bytes()[sealed.bytes().length - 1] ^= 1;
        assertThat(keys.open(sealed, "here")).isEmpty();
        assertThat(keys.open(new SealedSecret(sealed.key(), new byte[3]), "here"))
                .isEmpty();
    }

    @Test
    void shouldReadOnWithAnOldKeyBehindTheNewOne() {
        var sealed = keys(OLD).seal("geheim", "here");
        var rotated = keys(NEW + ", " + OLD);

        assertThat(rotated.open(sealed, "here")).contains("geheim");
        assertThat(rotated.seal("geheim", "here").key())
                .isEqualTo(keys(NEW).current().orElseThrow());
        assertThat(keys(NEW).open(sealed, "here")).isEmpty();
    }

    @Test
    void shouldStoreNothingWithoutAKeyAndTellNoKey() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> keys(null).seal("geheim", "here"))
                .withMessageContaining("USHER_SECRET_KEY");
        assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(() -> keys("too-short-to-be-a-key"))
                .withMessageContaining("USHER_SECRET_KEY")
                .withMessageNotContaining("too-short");
        assertThat(new SecretProperties(OLD).toString()).doesNotContain("old");
        assertThat(SecretKeyCheck.refusal("aa", "bb"))
                .startsWith("USHER_SECRET_KEY is another key (fingerprint aa)")
                .contains("(fingerprint bb). Set that one");
        assertThat(SecretKeyCheck.refusal(null, "bb")).startsWith("USHER_SECRET_KEY is not set");
    }

    private static SecretKeys keys(String keys) {
        return new SecretKeys(new SecretProperties(keys));
    }
}
