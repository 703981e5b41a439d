package io.usher.engine.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The password of the one user, in a file beside the data that its owner alone can read; made when there is none. */
final class StorePassword {
    static final String USER = "usher";
    static final String DATABASE = "admin";
    private static final String PRIVATE = "rw-------";
    private static final int RANDOM_BYTES = 32;
    private static final int LEAST = 20;

    private StorePassword() {}

    static Path in(Path folder) {
        return folder.toAbsolutePath().normalize().resolve("password");
    }

    /** Only the store that holds the folder's lock may call this. The password needs no escaping in a URI. */
    static String readOrMake(Path folder) {
        Path file = in(folder);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            if (posix()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(PRIVATE));
            }
            String password = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (!password.matches("[A-Za-z0-9_-]{" + LEAST + ",}")) {
                throw StartFailure.folderUnusable(
                        folder, "its file password holds no password; delete it and a new one is made");
            }
            return password;
        } catch (IOException e) {
            throw StartFailure.folderUnusable(folder, "its file password cannot be made or read");
        }
    }

    /** Beside its place first, so that a killed process leaves no half of it. */
    private static void make(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        Path part = file.resolveSibling("password.part");
        Files.deleteIfExists(part);
        Files.createFile(part, attributes());
        Files.writeString(part, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] attributes() {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
