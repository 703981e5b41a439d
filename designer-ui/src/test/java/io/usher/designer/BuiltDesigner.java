package io.usher.designer;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The designer's jar as it was built, started as a process of its own. */
public final class BuiltDesigner implements AutoCloseable {

    /** By which the engine believes this designer. */
    public static final String KEY = "designer-key-of-this-run-".repeat(2);

    private final Process process;
    private final URI url;

    public BuiltDesigner(URI engine, String... arguments) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        url = URI.create("http://localhost:" + port);
        var jar = System.getProperty("usher.designer.jar", "target/usher-designer.jar");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "designer-it.log").toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("USHER_ENGINE_URL", engine.toString());
        builder.environment().put("USHER_DESIGNER_PORT", String.valueOf(port));
        builder.environment().put("USHER_BIND", "127.0.0.1");
        builder.environment().put("USHER_DESIGNER_KEY", KEY);
        process = builder.start();
        try {
            Awaitility.await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(this::answers);
        } catch (RuntimeException | Error e) {
            // nobody would close what was never made
            close();
            throw e;
        }
    }

    public URI url() {
        return url;
    }

    /** The answer's header, to a request for a page with the request header given. */
    public Optional<String> header(String path, String name, String requestHeader, String value) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(url.resolve(path))
                    .header(requestHeader, value)
                    .header("Accept", "text/html")
                    .build();
            return http.send(request, BodyHandlers.discarding()).headers().firstValue(name);
        }
    }

    private boolean answers() throws Exception {
        if (!process.isAlive()) {
            throw new AssertionError("the designer did not start, see target/designer-it.log");
        }
        try (var http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(url.resolve("/actuator/health")).build();
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
