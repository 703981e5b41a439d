package io.usher.engine.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The calls that fill a house; what is timed goes over a {@link Wire}. */
final class EngineApi {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;
    private final String key;

    EngineApi(int port, String key) {
        this.port = port;
        this.key = key;
    }

    JsonNode get(String path) {
        return send("GET", path, "application/json", null);
    }

    JsonNode post(String path, @Nullable Object body) {
        return send("POST", path, "application/json", body);
    }

    void eventType(String type) {
        post("/event-types", Map.of("key", type, "name", type));
    }

    /** Draws, links and activates a workflow; its id. */
    String workflow(String name, String bpmn, Map<String, ?> triggers) {
        var id = post("/workflows", Map.of("name", name)).path("id").asString();
        send("PUT", "/workflows/" + id + "/draft", "application/xml", bpmn);
        send("PUT", "/workflows/" + id + "/triggers", "application/json", triggers);
        send("POST", "/workflows/" + id + "/activate", "application/json", null);
        return id;
    }

    /** A connection of its own, for one thread. */
    Wire wire() {
        return new Wire(port, key);
    }

    static byte[] json(Object body) {
        return JSON.writeValueAsBytes(body);
    }

    private JsonNode send(String method, String path, String type, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", "Bearer " + key);
        if (!method.equals("GET") && !method.equals("POST") || path.endsWith("/activate")) {
            request.header("If-Match", "*");
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            var bytes =
                    body instanceof String text ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8) : json(body);
            request.header("Content-Type", type).method(method, BodyPublishers.ofByteArray(bytes));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
