package io.usher.engine.platform.zeebe;

import io.usher.engine.platform.start.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import org.jspecify.annotations.Nullable;

/** The authority that the gateway's certificate is checked by, when it is none of those that Java knows. */
final class BrokerAuthority {

    private static final String SETTING = "ZEEBE_CA_CERTIFICATE";

    private BrokerAuthority() {}

    /** Path of a PEM file with at least one certificate; null when none is set. */
    static @Nullable String of(@Nullable String setting, BrokerAddress address) {
        if (setting == null || setting.isBlank()) {
            return null;
        }
        if (!address.encrypted()) {
            throw new WrongSettingException(
                    SETTING,
                    "is set, but " + BrokerAddress.SETTING
                            + " is spoken to in the clear: write it as grpcs://host:port");
        }
        try {
            var file = Path.of(setting.strip());
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new WrongSettingException(SETTING, "names " + setting + ", which is no file that can be read");
            }
            check(file);
            return file.toString();
        } catch (InvalidPathException e) {
            throw new WrongSettingException(SETTING, "is no path: " + e.getReason());
        }
    }

    private static void check(Path file) {
        try (var pem = Files.newInputStream(file)) {
            if (!CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .isEmpty()) {
                return;
            }
        } catch (IOException | CertificateException e) {
            throw new WrongSettingException(
                    SETTING, "names " + file + ", which holds no certificates as PEM: " + e.getMessage());
        }
        throw new WrongSettingException(SETTING, "names " + file + ", which holds no certificates as PEM");
    }
}
