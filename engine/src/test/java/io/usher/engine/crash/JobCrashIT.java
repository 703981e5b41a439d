package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.NoAnswer;
import io.usher.engine.testing.EngineProcess;
import io.usher.engine.testing.TestServers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A job whose engine halts as by {@code kill -9} is gone on with: each contact stands in the file once. */
class JobCrashIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int CONTACTS = 25;
    private static final Map<String, String> SMALL_PAGES = Map.of("USHER_JOB_PAGESIZE", "10");
    private static final String DATABASE =
            TestServers.mongodbUri().replace(TestServers.database(), TestServers.database() + "_jobs");
    private static final Set<String> EVERYBODY = new HashSet<>();

    @BeforeAll
    static void contacts() {
        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), null)) {
            for (int i = 0; i < CONTACTS; i++) {
                var made = engine.api().post("/contacts", Map.of("email", "c" + i + "@example.com"));
                EVERYBODY.add(made.path("id").asString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-after-work", "job-after-piece", "job-after-page"})
    void shouldExportEachContactOnceWhenTheEngineIsKilledAt(String place) {
        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), place, SMALL_PAGES)) {
            start(engine.api());
            assertThat(engine.awaitEnd()).isEqualTo(EngineProcess.HALTED);
        }

        try (var engine = EngineProcess.start(DATABASE, TestServers.zeebeAddress(), null, SMALL_PAGES)) {
            var api = engine.api();
            var job = await().atMost(LIMIT)
                    .until(
                            () -> api.items("/jobs").get(0),
                            latest -> !latest.path("endedAt").isNull());
            assertThat(job.path("state").asString()).isEqualTo("done");
            assertThat(job.path("progress").path("done").asInt()).isEqualTo(CONTACTS);
            assertThat(job.path("progress").path("counts").path("contacts").asInt())
                    .isEqualTo(CONTACTS);
            var file = api.send("GET", "/jobs/" + job.path("id").asString() + "/result", null)
                    .expect(200);
            var ids = file.text().lines().map(JobCrashIT::id).toList();
            assertThat(ids).hasSize(CONTACTS).containsExactlyInAnyOrderElementsOf(EVERYBODY);
        }
    }

    /** The engine may halt before it answers. */
    private static void start(Api api) {
        try {
            api.send("POST", "/exports/contacts", Map.of("format", "ndjson"));
        } catch (NoAnswer halted) {
            assertThat(halted).isNotNull();
        }
    }

    private static String id(String line) {
        return JsonMapper.shared().readTree(line).path("id").asString();
    }
}
