package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How bodies may be packed and where they may be sent, and what is said of those that cannot be read. */
@EngineIT
class BodiesIT {

    private static final String EVENT = "{\"eventTypeKey\":\"packed\",\"params\":{\"a\":1}}";

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldUnderstandPackedBodiesEverywhere() {
        packed("POST", "/event", EVENT).expect(202);
        packed("POST", "/event/batch", "[" + EVENT + "]").expect(200);
        packed("POST", "/segments", "{\"key\":\"vip\"}").expect(201);

        assertThat(api.items("/events?type=packed")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"/event, 65_000", "/event/batch, 9_000_000", "/orders, 200_000_000", "/segments, 200_000_000"})
    void shouldRefuseWhatWouldBecomeTooLargeWithoutUnpackingIt(String path, String size) throws IOException {
        long before = System.nanoTime();
        var answer = api.send(
                "POST",
                path,
                "application/json",
                bomb(Integer.parseInt(size.replace("_", ""))),
                "Content-Encoding",
                "gzip");

        assertProblem(answer, 413, "too-large");
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
    }

    @Test
    void shouldRefuseWhatCannotBeUnpacked() {
        var packed = gzip(EVENT.getBytes(StandardCharsets.UTF_8));
        for (var broken : List.of(EVENT.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(packed, packed.length - 9))) {
            assertProblem(
                    api.send("POST", "/event", "application/json", broken, "Content-Encoding", "gzip"),
                    400,
                    "unreadable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "nonsense"})
    void shouldNameWhatIsUnderstoodWhenABodyIsPackedInAnotherWay(String encoding) {
        var answer = api.send("POST", "/event", "application/json", EVENT, "Content-Encoding", encoding);

        assertProblem(answer, 415, "unsupported-encoding");
        assertThat(answer.body().path("detail").asString()).contains("gzip");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void shouldTakeEventsAtTheSecondVersionOfTheCallToo() {
        var sending = workspaces.create();
        var body = "{\"eventTypeKey\":\"t\",\"keyValue\":\"k\","
                + "\"params\":[{\"name\":\"items\",\"value\":[{\"price\":1}]}]}";

        var answer = sending.sending()
                .client()
                .post()
                .uri("/api/v2/event")
                .header("Content-Type", "application/json; charset=UTF-8")
                .bodyValue(body)
                .exchange();

        answer.expectStatus().isAccepted();
        assertThat(sending.api().items("/events?type=t")).hasSize(1);
        sending.reading()
                .client()
                .post()
                .uri("/api/v2/event")
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void shouldTellTheRightPathToWhoSendsEventsToTheHistory() {
        var answer = api.send("POST", "/events", EVENT);

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.body().path("detail").asString()).contains("POST /api/v1/event;");
        assertThat(answer.header("Allow")).isEqualTo("GET");
        assertThat(api.send("POST", "/events", "[" + EVENT + "]").text()).contains("POST /api/v1/event/batch;");
        assertProblem(api.send("POST", "/events", "{"), 405, "method-not-allowed");
        assertProblem(api.send("POST", "/events", null), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"eventTypeKey\":x}",
                "{\"eventTypeKey\"",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":tru}",
                "[1,",
                "nonsense",
                "{\"a\":1}}",
                "{\"a\":1e99999999999}",
                "/* x */ {}",
                "\u0000"
            })
    void shouldSayInPlainWordsWhyABodyCannotBeRead(String body) {
        for (var path : List.of(
                "POST /event",
                "POST /event/batch",
                "POST /orders",
                "POST /contacts",
                "POST /segments",
                "POST /workflows",
                "POST /event-types",
                "PUT /event-types/x",
                "POST /segments/x/members",
                "PUT /workflows/x/triggers",
                "POST /sessions",
                "PUT /contacts/x/consents/email")) {
            var call = path.split(" ");
            var answer = api.send(call[0], call[1], body);

            assertThat(answer.status()).as(path + " " + body).isEqualTo(400);
            assertPlain(answer);
        }
        for (byte[] bytes : List.of(new byte[] {'"', (byte) 0xC3, '"'}, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            assertPlain(api.send("POST", "/event", "application/json", bytes).expect(400));
        }
    }

    private static void assertPlain(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text())
                .doesNotContain(
                        "(code", "REDACTED", "token", "Unexpected character", "was expecting", "jackson", "Exception")
                .doesNotContain("java", "springframework", "io.usher", "JsonParser", "deserialize");
    }

    private Answer packed(String method, String path, String body) {
        return api.send(
                method,
                path,
                "application/json",
                gzip(body.getBytes(StandardCharsets.UTF_8)),
                "Content-Encoding",
                "gzip");
    }

    private static byte[] bomb(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("{\"x\":\"".getBytes(StandardCharsets.UTF_8));
            var zeros = new byte[100_000];
            Arrays.fill(zeros, (byte) 'x');
            for (int i = 0; i < size; i += zeros.length) {
                gzip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] body) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(body);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:usher:problem:" + code);
    }
}
