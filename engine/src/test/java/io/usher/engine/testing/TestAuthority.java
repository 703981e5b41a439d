package io.usher.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of a test's own, and a certificate of it for this machine; made by the JDK's keytool in a folder. */
public final class TestAuthority {

    private static final String PASSWORD = "password";

    private final Path folder;

    public TestAuthority(Path folder) {
        this.folder = folder;
        try {
            keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test authority", "-ext", "bc:c");
            keytool("-genkeypair", "-alias", "gateway", "-dname", "CN=gateway");
            keytool("-certreq", "-alias", "gateway", "-file", path("request"));
            keytool(
                    "-gencert",
                    "-alias",
                    "ca",
                    "-rfc",
                    "-infile",
                    path("request"),
                    "-outfile",
                    path("gateway.pem"),
                    "-ext",
                    "san=ip:127.0.0.1,dns:localhost");
            keytool("-exportcert", "-alias", "ca", "-rfc", "-file", path("ca.pem"));
            writeKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its own certificate, as PEM. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** Certificate of a server on this machine, as PEM. */
    public Path serverCertificate() {
        return folder.resolve("gateway.pem");
    }

    public Path serverKey() {
        return folder.resolve("gateway.key");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", path("keys.p12"), "-storetype", "PKCS12", "-storepass", PASSWORD));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30"));
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private void writeKey() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        var key = keys.getKey("gateway", PASSWORD.toCharArray());
        var text = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        Files.writeString(serverKey(), "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    }
}
