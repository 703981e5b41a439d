package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSignInTest {
    private static final String SEND = "usher_testsend0001_" + "s".repeat(43);
    private static final String MANAGE = "usher_testmanage01_" + "m".repeat(43);
    private static final FirstSignIn NOTHING = new FirstSignIn(null, null, null);

    @TempDir
    Path folder;

    private String file(String... lines) throws IOException {
        return Files.write(folder.resolve("first"), List.of(lines)).toString();
    }

    @Test
    void shouldReadWhatTheLauncherWrote() throws IOException {
        var first = NOTHING.orIn(
                file("# a note", "user=admin", "password=a=b c", "send-key=" + SEND, "manage-key=" + MANAGE));

        assertThat(first.password()).isEqualTo("a=b c");
        assertThat(first.sendKey()).isEqualTo(KeyText.parse(SEND).orElseThrow());
        assertThat(first.manageKey()).isEqualTo(KeyText.parse(MANAGE).orElseThrow());
        assertThat(first.toString()).doesNotContain("a=b c", "sss", "mmm");
    }

    @Test
    void shouldTakeWhatIsGivenBeforeTheFile() throws IOException {
        var given = new FirstSignIn("own", null, null).orIn(file("password=of the file", "send-key=" + SEND));

        assertThat(given.password()).isEqualTo("own");
        assertThat(given.sendKey()).isNotNull();
        assertThat(given.manageKey()).isNull();
    }

    @Test
    void shouldGoOnWithoutAFileAndNameAKeyThatIsNone() throws IOException {
        assertThat(NOTHING.orIn(folder.resolve("none").toString())).isEqualTo(NOTHING);
        assertThat(NOTHING.orIn("")).isEqualTo(NOTHING);
        var wrong = file("send-key=secret");
        assertThatThrownBy(() -> NOTHING.orIn(wrong))
                .hasMessageContaining("send-key in " + wrong)
                .hasMessageNotContaining("secret");
    }
}
