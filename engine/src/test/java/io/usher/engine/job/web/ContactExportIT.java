package io.usher.engine.job.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EngineIT
class ContactExportIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;
    private Api api;

    @BeforeEach
    void contacts() {
        workspace = workspaces.create();
        api = workspace.api();
        api.post(
                "/contacts",
                Map.of(
                        "email",
                        "ada@example.com",
                        "phone",
                        "+46701234567",
                        "firstName",
                        "=HYPERLINK(\"http://evil.example\")",
                        "fields",
                        Map.of("city", "Malmö", "visits", 3)));
        api.post(
                "/contacts",
                Map.of("email", "bob@example.com", "lastName", "Berg, jr", "fields", Map.of("city", "Lund")));
    }

    @Test
    void shouldMakeACsvFileThatASpreadsheetOpensWithoutRunningAnything() {
        var id = export(Map.of("format", "csv", "fields", List.of("city")));
        var job = awaitEnd(id);

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("kind").asString()).isEqualTo("contact-export");
        assertThat(job.path("by").path("name").asString()).isEqualTo("MANAGE");
        assertThat(job.path("progress").path("done").asLong()).isEqualTo(2);
        assertThat(job.path("progress").path("total").asLong()).isEqualTo(2);
        assertThat(job.path("progress").path("counts").path("contacts").asLong())
                .isEqualTo(2);
        var file = api.send("GET", "/jobs/" + id + "/result", null).expect(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains(".csv");
        assertThat(file.http().body()).hasSize(job.path("result").path("bytes").asInt());
        var lines = file.text().split("\r\n");
        assertThat(lines[0])
                .isEqualTo("\uFEFFid,email,phone,externalCustomerId,firstName,lastName,language,timeZone,createdAt,"
                        + "consent.marketing.email,consent.marketing.sms,city");
        assertThat(lines[1]).contains(",bob@example.com,", ",\"Berg, jr\",").endsWith(",unknown,unknown,Lund");
        assertThat(lines[2])
                .contains(",ada@example.com,+46701234567,", "\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
                .endsWith(",Malmö");
        assertThat(lines).hasSize(3);
    }

    @Test
    void shouldExportContactsThatAreTooLargeToBeReadManyAtOnce() {
        for (int i = 0; i < 50; i++) {
            api.post(
                    "/contacts",
                    Map.of("email", "large" + i + "@example.com", "fields", Map.of("notes", "ö".repeat(25_000))));
        }

        var id = export(Map.of("format", "ndjson"));

        assertThat(awaitEnd(id).path("state").asString()).isEqualTo("done");
        assertThat(api.send("GET", "/jobs/" + id + "/result", null)
                        .expect(200)
                        .text()
                        .lines())
                .hasSize(52);
    }

    @Test
    void shouldMakeALineOfJsonOfEachContact() {
        var id = export(Map.of("format", "ndjson"));
        awaitEnd(id);

        var lines = api.send("GET", "/jobs/" + id + "/result", null)
                .expect(200)
                .text()
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        var ada = JsonMapper.shared().readTree(lines.get(1));
        assertThat(ada.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(ada.path("fields").path("visits").asInt()).isEqualTo(3);
        assertThat(ada.path("consents")
                        .path("marketing")
                        .path("email")
                        .path("state")
                        .asString())
                .isEqualTo("unknown");
    }

    @Test
    void shouldListJobsByKindAndStateLatestFirst() {
        var first = export(Map.of());
        awaitEnd(first);
        var second = export(Map.of());
        awaitEnd(second);

        assertThat(ids(api.get("/jobs"))).containsExactly(second, first);
        assertThat(ids(api.get("/jobs?kind=contact-export&state=done"))).containsExactly(second, first);
        assertThat(ids(api.get("/jobs?state=failed"))).isEmpty();
        assertThat(ids(api.get("/jobs?kind=other"))).isEmpty();
        var page = api.get("/jobs?limit=1");
        assertThat(ids(page)).containsExactly(second);
        assertThat(ids(api.get("/jobs?limit=1&cursor=" + page.path("next").asString())))
                .containsExactly(first);
        var refused = api.send("GET", "/jobs?state=ready", null).expect(400).body();
        assertThat(refused.path("errors").get(0).path("field").asString()).isEqualTo("state");
    }

    @Test
    void shouldTakeAwayTheResultBeforeItsTime() {
        var id = export(Map.of());
        awaitEnd(id);

        api.delete("/jobs/" + id);
        api.delete("/jobs/" + id);

        api.send("GET", "/jobs/" + id + "/result", null).expect(404);
        assertThat(api.get("/jobs/" + id).path("result").isNull()).isTrue();
        var actions = workspaces.person(workspace);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(actions.items("/audit?kind=job&thing=" + id))
                        .extracting(entry -> entry.path("action").asString())
                        .containsExactly("job.result-removed", "job.started"));
    }

    @Test
    void shouldGiveContactsOnlyToThoseWhoMayExportThem() {
        var id = export(Map.of());
        awaitEnd(id);
        var reading = workspace.reading();

        assertThat(ids(reading.get("/jobs"))).containsExactly(id);
        reading.send("GET", "/jobs/" + id + "/result", null).expect(403);
        reading.send("DELETE", "/jobs/" + id, null).expect(403);
        reading.send("POST", "/exports/contacts", Map.of()).expect(403);
        workspaces.create().api().send("GET", "/jobs/" + id, null).expect(404);
    }

    @Test
    void shouldSayWhatIsWrongWithTheRequest() {
        var format = api.send("POST", "/exports/contacts", Map.of("format", "xlsx"))
                .expect(400)
                .body();
        assertThat(format.path("errors").get(0).path("field").asString()).isEqualTo("format");
        assertThat(format.path("detail").asString()).isEqualTo("format is not one of csv, ndjson");
        var fields = api.send("POST", "/exports/contacts", Map.of("fields", List.of("city", " ")))
                .expect(400)
                .body();
        assertThat(fields.path("errors").get(0).path("field").asString()).isEqualTo("fields[1]");
        api.send("GET", "/jobs/none", null).expect(404);
        api.send("DELETE", "/jobs/none", null).expect(404);
    }

    private String export(Map<String, ?> request) {
        var started = api.send("POST", "/exports/contacts", request).expect(202);
        var id = started.body().path("jobId").asString();
        assertThat(started.header("Location")).isEqualTo("/api/v1/jobs/" + id);
        return id;
    }

    private JsonNode awaitEnd(String id) {
        return await().atMost(LIMIT)
                .until(() -> api.get("/jobs/" + id), job -> !job.path("endedAt").isNull());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(job -> job.path("id").asString())
                .toList();
    }
}
