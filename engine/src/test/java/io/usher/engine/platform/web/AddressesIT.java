package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What may be written can be addressed. */
@EngineIT
class AddressesIT {

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;
    private Api api;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
        api = workspace.api();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/0001",
                "50%",
                "%2F",
                "%252e",
                "a;b",
                "..",
                ".",
                "a/../b",
                "//",
                "/",
                "back\\slash",
                "what?",
                "#1",
                "a+b",
                "two words",
                "åäö",
                "🎟️ 👨‍👩‍👧",
                "o'neill@example.org",
                "{id}",
                "<b>\"x\"</b>",
                "a&b=c",
                "a:b|c^d`e"
            })
    void shouldFindOrdersAndEventsByWhateverIdWasWritten(String id) {
        api.post(
                "/orders",
                Map.of(
                        "orders",
                        List.of(Map.of(
                                "externalOrderId",
                                id,
                                "status",
                                "INITIALIZED",
                                "date",
                                "2026-11-30T09:00:00Z",
                                "totalCost",
                                1,
                                "email",
                                "a@example.org"))));
        api.post("/event", Map.of("eventTypeKey", "t", "id", id, "keyValue", id));

        assertThat(api.get("/orders/" + encoded(id)).path("externalOrderId").asString())
                .isEqualTo(id);
        var event = api.get("/events/" + encoded(id));
        assertThat(event.path("id").asString()).isEqualTo(id);
        assertThat(event.path("keyValue").asString()).isEqualTo(id);
        assertThat(api.items("/events?type=t&key=" + encoded(id))).hasSize(1);
        assertThat(api.items("/events?type=orderINITIALIZED&key=" + encoded(id)))
                .hasSize(1);
        assertThat(api.send("POST", "/events/" + encoded(id) + "/send-again", null)
                        .status())
                .isEqualTo(409);
        assertThat(api.send("POST", "/orders/" + encoded(id) + "/send-again", null)
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"50 %", "%2F", "%252e", "..", "a.b", "#1", "a+b", "ticket köpt", "🎟️", "{key}", "a&b=c", "a:b"})
    void shouldFindEventTypesByWhateverKeyWasWritten(String key) {
        api.post("/event-types", Map.of("key", key));

        assertThat(api.get("/event-types/" + encoded(key)).path("key").asString())
                .isEqualTo(key);
        api.put("/event-types/" + encoded(key), Map.of("name", "Renamed"));
        assertThat(api.get("/event-types/" + encoded(key) + "/facts").isObject())
                .isTrue();
        api.delete("/event-types/" + encoded(key));
        assertThat(api.items("/event-types")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/contacts/%s", "/workflows/%s", "/workflows/%s/draft", "/workflows/%s/versions",
                        "/workflows/%s/triggers",
                "/segments/%s", "/segments/%s/members", "/journeys/%s", "/messages/%s", "/samples/%s/bpmn"
            })
    void shouldSayThatThereIsNoneOfThatNameInEveryOtherPath(String path) {
        for (var id : List.of("2026/0001", "a%b", "..", "a;b", "åäö", "a b", "a\\b", "?")) {
            var answer = api.send("GET", path.formatted(encoded(id)), null);

            assertThat(answer.status())
                    .as(path + " of " + id + ": " + answer.text())
                    .isEqualTo(404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/orders/../users",
                "/api/v1/orders/./x",
                "/api/v1//users",
                "/api/v1/orders//users",
                "/api/v1/orders;a=b/x",
                "/api/v1/orders/a;b",
                "/api/v1/orders/a%00b",
                "/api/v1/orders/a%0D%0Ab",
                "/api/v1/orders/a%E2%80%A8b",
                "/api/v1/orders/50%",
                "/api/v1/orders/%zz",
                "/api/v1/orders/a|b",
                "/api/v1/orders/a\\b",
                "/api/v1/orders/a\"b",
                "/actuator/..%2fapi/v1/orders",
                "/swagger-ui/%2e%2e/index.html",
                "/v3//api-docs"
            })
    void shouldRefuseAPathThatCanBeReadInTwoWaysWithAProblem(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"detail\":\"");
        assertThat(answer).doesNotContain("Exception", "java.", "springframework");
    }

    @Test
    void shouldAnswerEvenWhatIsNoHttpWithAProblem() throws IOException {
        assertThat(raw("GET\u0001 / nonsense")).contains(" 400 ", "application/problem+json");
        assertThat(raw("GET /api/v1/orders/" + "x".repeat(20_000) + " HTTP/1.1"))
                .contains("HTTP/1.", " 41", "application/problem+json");
        assertThat(raw("GET /api/v1/orders/x HTTP/1.1\r\nX-Long: " + "x".repeat(20_000)))
                .contains(" 431 ", "application/problem+json");
        assertThat(raw("HEAD /api/v1/orders/%zz HTTP/1.1")).contains(" 400 ").endsWith("\r\n\r\n");
    }

    private String raw(String request) throws IOException {
        var url = URI.create(workspace.baseUrl());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(10_000);
            var text = request + "\r\nHost: localhost\r\nAuthorization: Bearer " + workspace.manageKey()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E")
                .replace("*", "%2A");
    }
}
