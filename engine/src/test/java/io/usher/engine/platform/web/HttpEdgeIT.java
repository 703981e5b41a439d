package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server says to clients that speak too long, too deep, too slowly or not at all. */
@EngineIT
class HttpEdgeIT {

    @Autowired
    private TestWorkspaces workspaces;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "POST,/api/v1/event,application/json,413",
        "POST,/api/v1/event/batch,application/json,413",
        "POST,/api/v1/orders,application/json,413",
        "POST,/api/v1/segments,application/json,413",
        "PUT,/api/v1/workflows/none/draft,application/xml,428",
        "POST,/api/v1/event,text/plain,415",
        "POST,/api/v1/nothing-here,application/json,404",
        "DELETE,/api/v1/event,application/json,405"
    })
    void shouldAnswerARequestThatIsLongerThanIsReadOfIt(String method, String path, String type, int status)
            throws IOException {
        var workspace = workspaces.create();
        var answer = raw(
                method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + workspace.manageKey()
                        + "\r\nContent-Type: " + type + "\r\nContent-Length: 25000000\r\n\r\n",
                25_000_000);

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json", "urn:usher:problem:");
    }

    @Test
    void shouldAnswerALongRequestOfSomebodyUnknown() throws IOException {
        var answer = raw(
                "POST /api/v1/event HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer no\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 25000000\r\n\r\n",
                25_000_000);

        assertThat(answer).startsWith("HTTP/1.1 401").contains("urn:usher:problem:unauthenticated");
    }

    @Test
    void shouldAnswerChunkedBodiesThatNeverSayHowLongTheyAre() throws IOException {
        var chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
        var answer = raw(
                "POST /api/v1/event HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + workspaces.create().manageKey() + "\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(50) + "0\r\n\r\n",
                0);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("larger than 64 kB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /api/v1/events?type=a|b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n"
            })
    void shouldAnswerWhatIsNoRequestAsAProblem(String bytes) throws IOException {
        assertThat(raw(bytes, 0)).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void shouldAnswerTooLongPathsAndHeadersAsProblems() throws IOException {
        assertThat(raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", 0))
                .startsWith("HTTP/1.1 414")
                .contains("urn:usher:problem:address-too-long");
        assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-A: " + "a".repeat(40_000) + "\r\n\r\n", 0))
                .startsWith("HTTP/1.1 431")
                .contains("urn:usher:problem:headers-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events?from=%2B1000000000-01-01T00:00:00Z",
                "/events?to=-999999999-01-01T00:00:00Z",
                "/events?from=2026-13-01T00:00:00Z",
                "/events?limit=99999999999999",
                "/events?cursor=%00",
                "/journeys?cursor=WyIrMTAwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoiLCJ4Il0"
            })
    void shouldRefuseTimesAndNumbersOutOfRange(String path) {
        assertProblem(workspaces.create().api().send("GET", path, null), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/contacts,'{\"fields\":DEEP}'",
        "POST,/segments,'{\"key\":DEEP}'",
        "POST,/event,'{\"eventTypeKey\":\"x\",\"params\":{\"a\":DEEP}}'",
        "POST,/event-types,DEEP",
        "POST,/workflows,DEEP"
    })
    void shouldRefuseWhatIsNestedTooDeep(String method, String path, String body) {
        var deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);
        assertProblem(workspaces.create().api().send(method, path, body.replace("DEEP", deep)), 400);
    }

    @Test
    void shouldRefuseOnlyTheOrderThatIsNestedTooDeep() {
        var deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);
        var body = "{\"orders\":[{\"externalOrderId\":\"1\",\"x\":%s}]}".formatted(deep);

        var answer = workspaces
                .create()
                .api()
                .send("POST", "/orders", body)
                .expect(200)
                .body();

        assertThat(answer.path("accepted").asInt()).isZero();
        assertThat(answer.path("results").path(0).path("problem").path("type").asString())
                .isEqualTo("urn:usher:problem:invalid");
    }

    @Test
    void shouldTakeAnEventOfRepeatedNamesWithAShortAnswer() {
        var body = "{\"eventTypeKey\":\"repeats\",\"params\":{" + "\"averylongname\":1,".repeat(400) + "\"z\":1}}";

        var answer = workspaces.create().api().send("POST", "/event", body).expect(202);

        assertThat(answer.text().length()).isLessThan(8_000);
    }

    @ParameterizedTest
    @CsvSource({
        "/swagger-ui/index.html,script-src 'self'",
        "/v3/api-docs,default-src 'none'",
        "/api/v1/events,default-src 'none'",
        "/nothing,default-src 'none'"
    })
    void shouldSayWhatABrowserMayDoWithAnAnswer(String path, String policy) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 0))
                .contains(
                        "Content-Security-Policy: ",
                        policy,
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer")
                .containsPattern("Cache-Control: [a-z, -]*no-store");
    }

    @Test
    void shouldCloseAConnectionWhoseHeadersDoNotCome() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(15_000);
            var out = socket.getOutputStream();
            out.write("GET / HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var began = System.nanoTime();
            int end = socket.getInputStream().read();

            assertThat(end).isEqualTo(-1);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(14));
        }
    }

    private String raw(String head, int body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            var piece = new byte[50_000];
            for (int sent = 0; sent < body; sent += piece.length) {
                out.write(piece);
            }
            out.flush();
            return answer(socket);
        }
    }

    /** What came until the connection ended, or nothing came for a second after the first byte. */
    private static String answer(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var piece = new byte[8_192];
        try {
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                bytes.write(piece, 0, n);
                socket.setSoTimeout(1_000);
            }
        } catch (SocketTimeoutException e) {
            assertThat(bytes.size()).as("nothing was answered").isPositive();
        } catch (SocketException e) {
            bytes.writeBytes((" then: " + e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void assertProblem(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().path("type").asString()).startsWith("urn:usher:problem:");
    }
}
