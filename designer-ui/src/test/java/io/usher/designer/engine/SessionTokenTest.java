package io.usher.designer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTokenTest {

    @Test
    void shouldNeverPrintTheTokenNorWhatHoldsIt() {
        // given
        var token = new SessionToken("very-secret");

        // then
        assertThat(token.toString()).doesNotContain("secret");
        assertThat(new Session(token, false, Optional.of("secret")).toString()).doesNotContain("secret");
    }

    @Test
    void shouldRefuseABlankToken() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionToken(" "));
    }
}
