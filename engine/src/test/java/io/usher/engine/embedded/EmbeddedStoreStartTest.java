package io.usher.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each reason not to start is said in plain words and has an exit code of its own. */
class EmbeddedStoreStartTest {
    @TempDir
    Path folder;

    private static StoreOptions options(Path data, int port) {
        return new StoreOptions(port, "127.0.0.1", data, 16, false);
    }

    private static StartFailure failure(StoreOptions options) {
        return catchThrowableOfType(
                StartFailure.class, () -> EmbeddedStore.start(options).close());
    }

    @Test
    void shouldSayThatThePortIsTakenAndLetGoOfTheFile() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            StartFailure failure = failure(options(folder, taken.getLocalPort()));

            assertThat(failure.exitCode()).isEqualTo(3);
            assertThat(failure).hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
        EmbeddedStore.start(options(folder, 0)).close();
    }

    @Test
    void shouldSayThatTheFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        StartFailure failure = failure(options(file.resolve("data"), 0));

        assertThat(failure.exitCode()).isEqualTo(4);
        assertThat(failure).hasMessageContaining(file.resolve("data").toString());
    }

    @Test
    void shouldSayThatTheFileIsInUse() {
        EmbeddedStore first = EmbeddedStore.start(options(folder, 0));

        StartFailure failure = failure(options(folder, 0));

        assertThat(failure.exitCode()).isEqualTo(6);
        assertThat(failure).hasMessageContaining(folder.resolve("store.mv").toString());
        first.close();
    }

    @Test
    void shouldLeaveABrokenFileUntouched() throws IOException {
        EmbeddedStore.start(options(folder, 0)).close();
        Path file = folder.resolve("store.mv");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 0x5a;
        }
        Files.write(file, bytes);

        StartFailure failure = failure(options(folder, 0));

        assertThat(failure.exitCode()).isEqualTo(5);
        assertThat(failure).hasMessageContaining(file.toString()).hasMessageContaining("left untouched");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void shouldTakeOptionsFromTheCommandLineBeforeTheEnvironment() {
        StoreOptions options = StoreOptions.parse(
                new String[] {"--port", "27500", "--data", "here", "--sync"},
                Map.of("USHER_STORE_PORT", "1", "USHER_STORE_CACHE_MB", "128"));

        assertThat(options).isEqualTo(new StoreOptions(27500, "127.0.0.1", Path.of("here"), 128, true));
    }

    @Test
    void shouldRefuseOptionsItDoesNotKnow() {
        for (String[] args : new String[][] {{"--port", "many"}, {"--prot", "1"}, {"--data"}}) {
            StartFailure failure = catchThrowableOfType(StartFailure.class, () -> StoreOptions.parse(args, Map.of()));

            assertThat(failure.exitCode()).isEqualTo(2);
        }
    }
}
