package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.shared.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    @Test
    void shouldGiveBackTheSortValues() {
        var time = Instant.parse("2026-01-31T09:30:00.123Z");
        var position = Cursors.decode(Cursors.encode(time, Long.MAX_VALUE, "id-\u00e5\"1"), 3);
        assertThat(position.instant(0)).isEqualTo(time);
        assertThat(position.number(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(position.text(2)).isEqualTo("id-\u00e5\"1");
    }

    @Test
    void shouldBeSafeInAUrl() {
        assertThat(Cursors.encode("\u00ff\u00fe???>>>", "~~~")).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "%%%", "bm9wZQ", "e30", "W10", "WyJhIl0", "WyJhIixudWxsXQ", "WyJhIixbXV0", "bnVsbA"})
    void shouldRefuseWhatIsNoCursorOfThisList(String broken) {
        assertRefused(() -> Cursors.decode(broken, 2));
    }

    @Test
    void shouldRefuseACursorOfAnotherList() {
        var position = Cursors.decode(Cursors.encode("word", "other"), 2);
        assertRefused(() -> position.instant(0));
        assertRefused(() -> position.number(1));
    }

    @Test
    void shouldRefuseAnEndlessCursor() {
        var json = ("[\"" + "a".repeat(5_000) + "\"]").getBytes(StandardCharsets.UTF_8);
        assertRefused(() -> Cursors.decode(Base64.getUrlEncoder().encodeToString(json), 1));
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().errors().getFirst().field()).isEqualTo("cursor");
        });
    }
}
