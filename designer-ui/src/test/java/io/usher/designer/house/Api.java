package io.usher.designer.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The engine's API as an outside program uses it, with a key or a session. A path begins after {@code /api/v1}. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI engine;
    private final String bearer;

    Api(URI engine, String bearer) {
        this.engine = engine;
        this.bearer = bearer;
    }

    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    public JsonNode post(String path, Object body) {
        return call("POST", path, body);
    }

    public JsonNode put(String path, Object body) {
        return call("PUT", path, body);
    }

    /** Sends an event that happened now; its id. */
    public String event(String type, String key, Map<String, ?> params) {
        return post("/event", Map.of("eventTypeKey", type, "keyValue", key, "params", params))
                .path("id")
                .asString();
    }

    /** Makes a workflow of a drawing and its triggers, and activates it; its id. */
    public String activated(Object workflow, String bpmn, Object triggers) {
        var id = post("/workflows", workflow).path("id").asString();
        draw(id, bpmn);
        put("/workflows/" + id + "/triggers", triggers);
        post("/workflows/" + id + "/activate", null);
        return id;
    }

    /** Saves a drawing over whatever is there. */
    public void draw(String workflow, String bpmn) {
        call("PUT", "/workflows/" + workflow + "/draft", bpmn);
    }

    /** The stored drawing, byte for byte. */
    public String draft(String workflow) {
        return answer("GET", "/workflows/" + workflow + "/draft", null).body();
    }

    /** Asks again until the answer is as it should be; that answer. */
    public JsonNode await(String path, Predicate<JsonNode> wanted) {
        return Awaitility.await(path).atMost(Duration.ofSeconds(60)).until(() -> get(path), wanted::test);
    }

    /** Moves the clock of engine and broker forward; one second more at each look until the path answers as wanted. */
    public JsonNode pass(Duration time, String path, Predicate<JsonNode> wanted) {
        forward(time);
        return Awaitility.await(path)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> {
                            var answer = get(path);
                            if (!wanted.test(answer)) {
                                forward(Duration.ofSeconds(1));
                            }
                            return answer;
                        },
                        wanted::test);
    }

    private void forward(Duration time) {
        call("POST", "/actuator/clock/add", Map.of("duration", time.toString()));
    }

    private JsonNode call(String method, String path, Object body) {
        var answer = answer(method, path, body);
        var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(answer.body()) : MissingNode.getInstance();
    }

    private HttpResponse<String> answer(String method, String path, Object body) {
        var address = path.startsWith("/actuator") ? path : "/api/v1" + path;
        var request = HttpRequest.newBuilder(URI.create(engine + address))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", body instanceof String ? "application/xml" : "application/json");
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (body instanceof String || path.endsWith("/triggers") || path.endsWith("/activate")) {
            request.header("If-Match", "*");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + " got " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(Object body) {
        return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
    }
}
