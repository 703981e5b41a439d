package io.usher.engine.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Why the store did not start: a sentence for a person and the exit code for a script. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private StartFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static StartFailure badOption(String message) {
        return new StartFailure(2, message, null);
    }

    static StartFailure portTaken(String address, Throwable cause) {
        return new StartFailure(
                3,
                "cannot listen on " + address + ": the port is taken. Stop what listens there, or choose --port.",
                cause);
    }

    static StartFailure folderUnusable(Path folder, String reason) {
        return new StartFailure(
                4, "cannot use the data folder " + folder + ": " + reason + ". Correct that, or choose --data.", null);
    }

    static StartFailure fileBroken(Path file, Throwable cause) {
        return new StartFailure(
                5,
                "the file " + file + " is broken and was left untouched (" + cause.getMessage()
                        + "). Put back a copy of it, or move it away to begin with an empty store.",
                cause);
    }

    static StartFailure fileLocked(Path file, Throwable cause) {
        return new StartFailure(
                6, "the file " + file + " is in use by another process. Stop it, or choose another --data.", cause);
    }

    /** The process's exit code: 2 option, 3 port, 4 folder, 5 broken file, 6 file in use. */
    public int exitCode() {
        return exitCode;
    }
}
