package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspaces;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever reads is answered in their language, and by their clock. */
@EngineIT
class ReaderIT {

    private static final Map<String, ?> LATE =
            Map.of("fact", "event.at", "op", "after", "value", "2026-12-31T00:00:00Z");

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;
    private LiveWorkflow workflow;

    @BeforeEach
    void workspace() {
        api = workspaces.create(ZoneId.of("Europe/Stockholm"), "SE").api();
        workflow =
                LiveWorkflow.activated(api, Line.start().rest("Rest", 3, "days").exit(), LiveWorkflow.EACH_TIME, null);
        api.triggers(
                workflow.id(),
                Map.of(
                        "start",
                        List.of(Map.of("eventType", "begin", "reentry", LiveWorkflow.EACH_TIME, "filter", LATE))));
    }

    @Test
    void shouldTellADecisionInTheReadersLanguageAndZone() {
        // given
        var event = workflow.begin("a@example.org", Map.of("at", 1_798_138_800L));
        workflow.decision(event);

        // then
        assertThat(reason(event, "Accept-Language", "sv-SE, en;q=0.5", "Prefer", "timezone=\"Asia/Tokyo\"")
                        .path("text")
                        .asString())
                .isEqualTo("Villkoren var inte uppfyllda: event.at är 1798138800 (25 dec. 2026 kl. 04:00:00), som inte"
                        + " är efter ”2026-12-31T00:00:00Z”.");
        assertThat(reason(event, "Accept-Language", "de, *;q=0.1").path("text").asString())
                .contains("event.at is 1798138800 (24 Dec 2026, 20:00:00 CET), which is not after");
        assertThat(reason(event, "Accept-Language", ";;;", "Prefer", "timezone=nowhere")
                        .path("code")
                        .asString())
                .isEqualTo("filter");
    }

    @Test
    void shouldTellASummaryATrailAndTheCatalogueInSwedish() {
        // given
        var event = workflow.begin("b@example.org", Map.of("at", "2027-01-01T00:00:00Z"));
        var journey = workflow.decision(event).path("journeyIds").path(0).asString();

        // then
        assertThat(swedish("/events/" + event).path("summary").asString()).startsWith("Startade ");
        assertThat(swedish("/journeys/" + journey)
                        .path("trail")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("Startades av händelsen begin");
        assertThat(swedish("/blocks").toString()).contains("\"Vänta\"", "\"dagar\"", "Lägg till i segment");
        assertThat(swedish("/workflows/" + workflow.id() + "/facts").toString()).contains("Ordersumma", "är minst");
        assertThat(api.send("GET", "/blocks", "application/json", null, "Accept-Language", "sv")
                        .header("Content-Language"))
                .isEqualTo("sv");
    }

    private JsonNode swedish(String path) {
        return api.send("GET", path, "application/json", null, "Accept-Language", "sv")
                .expect(200)
                .body();
    }

    private JsonNode reason(String event, String... headers) {
        return api.send("GET", "/events/" + event, "application/json", null, headers)
                .expect(200)
                .body()
                .path("decisions")
                .path(0)
                .path("reason");
    }
}
