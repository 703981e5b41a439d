package io.usher.designer.house;

import io.usher.designer.BuiltDesigner;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The engine's jar as it was built, a process of its own on the run's broker and store, with a database of its own. */
final class BuiltEngine {

    static final String ADMIN_PASSWORD = "first password of this run";
    static final String MANAGE_KEY = "usher_testmanage01_" + "m".repeat(43);
    static final String SEND_KEY = "usher_testsend0001_" + "s".repeat(43);

    private static final String MISSING = "No test servers: run ./usher test or ./usher quick designer-ui, "
            + "which start a broker and a store, build the engine and hand their addresses over";

    static {
        brokerTakesTheMachinesTime();
    }

    private final String store = ownDatabase(required("USHER_TEST_MONGODB_URI"));
    private final int port;
    private Process process;

    BuiltEngine() {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it, the first time or again, and waits until it is ready. */
    void start() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        required("USHER_TEST_ENGINE_JAR"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "engine-it.log").toFile()));
        var environment = builder.environment();
        environment.put("MONGODB_URI", store);
        environment.put("ZEEBE_ADDRESS", required("USHER_TEST_ZEEBE_ADDRESS"));
        environment.put("ZEEBE_MANAGEMENT_ADDRESS", Objects.toString(System.getenv("USHER_TEST_ZEEBE_MANAGEMENT"), ""));
        environment.put("USHER_CLOCK_CONTROLLED", "true");
        environment.put("USHER_ENGINE_PORT", String.valueOf(port));
        environment.put("USHER_BIND", "127.0.0.1");
        environment.put("USHER_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("USHER_DESIGNER_KEY", BuiltDesigner.KEY);
        environment.put("USHER_MANAGE_KEY", MANAGE_KEY);
        environment.put("USHER_SEND_KEY", SEND_KEY);
        try {
            Files.createDirectories(Path.of("target"));
            process = builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await().atMost(Duration.ofMinutes(5)).ignoreExceptions().until(this::ready);
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Ends it as a killed process ends. */
    void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly().onExit().join();
    }

    private boolean ready() throws Exception {
        if (!process.isAlive()) {
            throw new AssertionError("the engine did not start, see target/engine-it.log");
        }
        try (var http = HttpClient.newHttpClient()) {
            var health = HttpRequest.newBuilder(url().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    /** Tests of other modules have moved the clock of the run's broker; an engine with a new database does not know. */
    private static void brokerTakesTheMachinesTime() {
        var broker = Objects.toString(System.getenv("USHER_TEST_ZEEBE_MANAGEMENT"), "");
        if (broker.isEmpty()) {
            return;
        }
        try (var http = HttpClient.newHttpClient()) {
            var reset = HttpRequest.newBuilder(URI.create(broker).resolve("/actuator/clock"))
                    .DELETE()
                    .build();
            if (http.send(reset, BodyHandlers.discarding()).statusCode() != 200) {
                throw new IllegalStateException("The broker keeps the time that was set");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String ownDatabase(String uri) {
        int query = uri.indexOf('?');
        var server = (query < 0 ? uri : uri.substring(0, query)).replaceFirst("^(mongodb(?:\\+srv)?://[^/]+).*$", "$1");
        var name = "usher_designer_" + UUID.randomUUID().toString().substring(0, 8);
        return server + "/" + name + (query < 0 ? "" : uri.substring(query));
    }

    private static String required(String variable) {
        var value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(MISSING);
        }
        return value;
    }
}
