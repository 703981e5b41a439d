package io.usher.engine.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The built engine as a process of its own, with short leases and job time-outs, and if wanted halting at a crash point. */
public final class EngineProcess implements AutoCloseable {

    public static final int HALTED = 137;

    private static final String MANAGE_KEY = "usher_testmanage01_" + "m".repeat(43);
    private static final String SEND_KEY = "usher_testsend0001_" + "s".repeat(43);

    private final ChildProcess process;
    private final int port;

    private EngineProcess(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on these servers and waits until it is ready. */
    public static EngineProcess start(String mongodbUri, String zeebeAddress, @Nullable String crashAt) {
        return start(mongodbUri, zeebeAddress, crashAt, Map.of());
    }

    /** As above, with other settings by their names in the environment. */
    public static EngineProcess start(
            String mongodbUri, String zeebeAddress, @Nullable String crashAt, Map<String, String> others) {
        int port = ChildProcess.freePort();
        var environment = new HashMap<String, String>();
        environment.put("MONGODB_URI", mongodbUri);
        environment.put("ZEEBE_ADDRESS", zeebeAddress);
        environment.put("USHER_ENGINE_PORT", String.valueOf(port));
        environment.put("USHER_ADMIN_PASSWORD", TestServers.ADMIN_PASSWORD);
        environment.put("USHER_MANAGE_KEY", MANAGE_KEY);
        environment.put("USHER_SEND_KEY", SEND_KEY);
        environment.put("USHER_SECRET_KEY", TestServers.SECRET_KEY);
        environment.put("USHER_SMTP_URL", TestMail.smtpUrl());
        environment.put("USHER_MAIL_FROM", "tickets@example.com");
        environment.put("USHER_MAIL_CATCHER", "true");
        environment.put("USHER_PLATFORM_LEASETIME", "2s");
        environment.put("USHER_JOURNEY_JOBTIMEOUT", "4s");
        environment.put("USHER_MESSAGE_LEASETIME", "3s");
        environment.putAll(others);
        if (crashAt != null) {
            environment.put("USHER_CRASH_AT", crashAt);
        }
        var process = ChildProcess.java("engine", environment, "io.usher.engine.EngineApplication");
        var engine = new EngineProcess(process, port);
        process.awaitReady(engine::ready, end -> crashAt != null && end == HALTED);
        return engine;
    }

    public Api api() {
        return new Api("http://127.0.0.1:" + port, MANAGE_KEY);
    }

    public void kill() {
        process.kill();
    }

    public int awaitEnd() {
        return process.awaitEnd();
    }

    @Override
    public void close() {
        process.close();
    }

    private boolean ready() throws InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
