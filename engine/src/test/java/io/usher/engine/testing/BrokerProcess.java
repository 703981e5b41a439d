package io.usher.engine.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Zeebe broker as a process of its own, from the distribution that the launcher unpacked ({@code USHER_TEST_ZEEBE_HOME}). */
public final class BrokerProcess implements AutoCloseable {

    private final Path data;
    private final int[] ports;
    private ChildProcess process;

    private BrokerProcess(Path data) {
        this.data = data;
        this.ports = ChildProcess.freePorts(5);
        this.process = run();
    }

    public static BrokerProcess start(Path data) {
        return new BrokerProcess(data);
    }

    public String address() {
        return "127.0.0.1:" + ports[0];
    }

    /** Kills it as {@code kill -9} does and starts it again on the same data. */
    public void killAndStartAgain() {
        process.kill();
        process = run();
    }

    private ChildProcess run() {
        var script = Path.of(home(), "bin", "broker");
        if (!Files.isExecutable(script)) {
            throw new IllegalStateException("No Zeebe distribution in USHER_TEST_ZEEBE_HOME (" + home() + ")");
        }
        var child = ChildProcess.start("broker", environment(), List.of(script.toString()));
        child.awaitReady(this::ready);
        return child;
    }

    private static String home() {
        var home = System.getenv("USHER_TEST_ZEEBE_HOME");
        if (home == null) {
            throw new IllegalStateException(TestServers.MISSING);
        }
        return home;
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", ChildProcess.javaHome().toString());
        environment.put("JAVA_OPTS", "-Xmx384m -XX:+UseParallelGC -XX:TieredStopAtLevel=1");
        environment.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(ports[0]));
        environment.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(ports[1]));
        environment.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(ports[2]));
        environment.put("SERVER_PORT", String.valueOf(ports[3]));
        environment.put("MANAGEMENT_SERVER_PORT", String.valueOf(ports[4]));
        environment.put("ZEEBE_BROKER_DATA_DIRECTORY", data.toAbsolutePath().toString());
        environment.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB");
        environment.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB");
        return environment;
    }

    private boolean ready() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + ports[4] + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
