package io.usher.engine.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/** The clock of this run's broker, which other tests may have moved forward: for engines made without one that follows it. */
public final class BrokerTime {

    private BrokerTime() {}

    /** The machine's clock, ahead by as much as the broker is now; in whole milliseconds. */
    public static Clock clock() {
        var machine = Clock.tickMillis(java.time.ZoneOffset.UTC);
        return TestServers.zeebeManagement().isEmpty()
                ? machine
                : Clock.offset(machine, Duration.between(machine.instant(), now()));
    }

    /** Moves the broker's time alone: for what only the broker measures, such as a job's time-out. */
    public static void add(Duration step) {
        ask(HttpRequest.newBuilder(URI.create(TestServers.zeebeManagement() + "/actuator/clock/add"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"offsetMilli\":" + step.toMillis() + "}"))
                .build());
    }

    private static Instant now() {
        return ask(HttpRequest.newBuilder(URI.create(TestServers.zeebeManagement() + "/actuator/clock"))
                .build());
    }

    private static Instant ask(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            var body = http.send(request, BodyHandlers.ofString()).body();
            return Instant.ofEpochMilli(
                    JsonMapper.shared().readTree(body).path("epochMilli").asLong());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
