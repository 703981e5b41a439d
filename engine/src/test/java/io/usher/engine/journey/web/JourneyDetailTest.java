package io.usher.engine.journey.web;

import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.platform.words.English.said;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import io.usher.engine.journey.Journeys.Trail;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestJourneys;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.platform.words.English;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JourneyDetailTest {

    @Test
    void shouldShowStartingJourneyAsRunningWithItsTrail() {
        // given
        var journey = TestJourneys.starting(TestJourneys.version(node("Start", new Begin())));
        var line = new TrailEntry(
                "W",
                "Wait",
                "wait",
                1,
                Instant.parse("2026-03-01T10:00:00Z"),
                null,
                TrailEntry.Result.WAITING,
                said("Waits 3 days"),
                null,
                Instant.parse("2026-03-04T10:00:00Z"));

        // when
        var json = JsonMapper.builder()
                .build()
                .writeValueAsString(JourneyDetail.of(
                        JourneyRow.of(journey, "Ann Berg", "Wait", English.wording()),
                        new Trail(journey, List.of(line)),
                        Map.of(),
                        English.wording()));

        // then
        assertThatJson(json).node("id").isEqualTo(journey.id().value());
        assertThatJson(json).node("contactLabel").isEqualTo("Ann Berg");
        assertThatJson(json).node("state").isEqualTo("running");
        assertThatJson(json).node("startedBy.eventType").isEqualTo("orderINITIALIZED");
        assertThatJson(json).node("trail[0].result").isEqualTo("waiting");
        assertThatJson(json).node("trail[0].message").isEqualTo(null);
        assertThatJson(json).node("trail[0].until").isEqualTo("2026-03-04T10:00:00Z");
        assertThatJson(json).node("memory").isEqualTo("{}");
        assertThatJson(json).node("journey").isAbsent();
    }
}
