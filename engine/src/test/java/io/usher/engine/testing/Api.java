package io.usher.engine.testing;

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
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The engine's API as an outside program sees it. {@code get}, {@code post}, {@code put} and {@code delete} expect 2xx, fail
 * with the answer's text otherwise, and give the body; {@code send} gives whatever came. A path begins after {@code /api/v1}
 * unless it begins with {@code /actuator} or {@code /v3}. A body is text as it is, or anything Jackson can write.
 */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String baseUrl;
    private final @Nullable String bearer;

    public Api(String baseUrl, @Nullable String bearer) {
        this.baseUrl = baseUrl;
        this.bearer = bearer;
    }

    /** An answer: status, body as a JSON tree (missing node when it has none or is not JSON) and as text. */
    public record Answer(int status, JsonNode body, String text, HttpResponse<byte[]> http) {

        /** First value of a header; empty when there is none. */
        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + ", got " + status + " of "
                        + http.request().method() + " " + http.request().uri() + ": " + text);
            }
            return this;
        }
    }

    public JsonNode get(String path) {
        return ok(send("GET", path, null)).body();
    }

    public JsonNode post(String path, @Nullable Object body) {
        return ok(send("POST", path, body)).body();
    }

    public JsonNode put(String path, @Nullable Object body) {
        return ok(send("PUT", path, body)).body();
    }

    public void delete(String path) {
        ok(send("DELETE", path, null));
    }

    /** Sends JSON and gives the answer, whatever it is. */
    public Answer send(String method, String path, @Nullable Object body) {
        return send(method, path, "application/json", body);
    }

    /** Sends a body of this type with these headers (name, value, name, value ..) and gives the answer, whatever it is. */
    public Answer send(String method, String path, String contentType, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(60));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes(body)));
        return exchange(request.build());
    }

    /** Signs a person in; the API with that session. The person has an address of the own, so that tests' tries do not add up. */
    public Api session(String user, String password) {
        var address = "10." + (user.hashCode() & 0xff) + "." + (user.hashCode() >> 8 & 0xff) + ".1";
        var signIn = Map.of("user", user, "password", password, "client", Map.of("address", address));
        var session = ok(send(
                        "POST",
                        "/sessions",
                        "application/json",
                        signIn,
                        "X-Usher-Designer-Key",
                        TestServers.DESIGNER_KEY))
                .body();
        return new Api(baseUrl, session.path("token").asString());
    }

    /** A client with the same credential. */
    public WebTestClient client() {
        var client = WebTestClient.bindToServer().baseUrl(baseUrl).responseTimeout(Duration.ofSeconds(60));
        return bearer == null
                ? client.build()
                : client.defaultHeader("Authorization", "Bearer " + bearer).build();
    }

    // ---- the calls that many tests need

    /** Sends an event and gives its id. */
    public String event(Object event) {
        return post("/event", event).path("id").asString();
    }

    public void eventType(String key) {
        post("/event-types", Map.of("key", key, "name", key));
    }

    /** Makes a workflow and gives its id. */
    public String workflow(String name) {
        return post("/workflows", Map.of("name", name)).path("id").asString();
    }

    /** Saves a drawing over whatever is there. */
    public void draft(String workflowId, String bpmn) {
        ok(send("PUT", "/workflows/" + workflowId + "/draft", "application/xml", bpmn, "If-Match", "*"));
    }

    public void triggers(String workflowId, Object triggers) {
        ok(send("PUT", "/workflows/" + workflowId + "/triggers", "application/json", triggers, "If-Match", "*"));
    }

    public JsonNode activate(String workflowId) {
        return ok(sendActivation(workflowId)).body();
    }

    /** Activates whatever is drawn and gives the answer, whatever it is. */
    public Answer sendActivation(String workflowId) {
        return send("POST", "/workflows/" + workflowId + "/activate", "application/json", null, "If-Match", "*");
    }

    /** The rows of a list's first page. */
    public JsonNode items(String path) {
        return get(path).path("items");
    }

    private String url(String path) {
        return baseUrl
                + (path.startsWith("/actuator") || path.startsWith("/v3") || path.startsWith("/swagger")
                        ? path
                        : "/api/v1" + path);
    }

    private static byte[] bytes(Object body) {
        return switch (body) {
            case byte[] raw -> raw;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> JSON.writeValueAsBytes(body);
        };
    }

    private static Answer exchange(HttpRequest request) {
        try {
            var http = HTTP.send(request, BodyHandlers.ofByteArray());
            var text = new String(http.body(), StandardCharsets.UTF_8);
            var type = http.headers().firstValue("Content-Type").orElse("");
            var json = type.contains("json") && !type.contains("ndjson");
            JsonNode body = json && !text.isEmpty() ? JSON.readTree(text) : MissingNode.getInstance();
            return new Answer(http.statusCode(), body, text, http);
        } catch (IOException e) {
            throw new NoAnswer(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Answer ok(Answer answer) {
        return answer.expect(answer.status() / 100 == 2 ? answer.status() : 200);
    }

    /** The call was sent and the connection ended without an answer. */
    public static final class NoAnswer extends AssertionError {

        NoAnswer(HttpRequest request, IOException cause) {
            super(request.method() + " " + request.uri() + " got no answer", cause);
        }
    }
}
