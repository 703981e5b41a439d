package io.usher.engine.journey.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Journeys of an engine that stored sentences: they are shown as they were stored. */
class EarlierSentencesTest {

    private static final Date NOON = Date.from(Instant.parse("2026-12-01T12:00:00Z"));

    @Test
    void shouldReadALineOfATrail() {
        var line = JourneyRecordDocuments.line(new Document("block", "A")
                .append("name", "Rest")
                .append("kind", "wait")
                .append("pass", 1)
                .append("entered", NOON)
                .append("left", NOON)
                .append("result", "DONE")
                .append("did", "Waited 3 days"));

        assertThat(line.did()).isEqualTo(Reason.told("", "Waited 3 days"));
        assertThat(JourneyRecordDocuments.line(JourneyRecordDocuments.line(line)))
                .isEqualTo(line);
    }

    @Test
    void shouldReadWhyAJourneyEndedAndKeepItsCode() {
        var end =
                new Document("at", NOON).append("code", "begun-again").append("because", "Stopped and started again.");
        var failure = new Document("block", "A")
                .append("code", "start-failed")
                .append("because", "The broker refused it")
                .append("since", NOON);
        var journey = JourneyDocuments.journey(new Document("_id", "j")
                .append("workspace", "w")
                .append("contact", "c")
                .append("workflow", "f")
                .append("workflowName", "Flow")
                .append("version", 1)
                .append("start", new Document("event", "e").append("type", "begin"))
                .append("startPosition", 1L)
                .append("scope", new Document("per", "").append("value", ""))
                .append("startedAt", NOON)
                .append("state", "stopped")
                .append("run", 1)
                .append("end", end)
                .append("failure", failure));

        assertThat(journey.end().because()).isEqualTo(Reason.told("begun-again", "Stopped and started again."));
        assertThat(journey.failure().ofStart()).isTrue();
    }

    @Test
    void shouldWriteCodeAndSentenceBesideForAnEngineOfBeforeThatGoesOnMeanwhile() {
        var event = new EventId("e");
        var end = JourneyDocuments.end(new End(
                NOON.toInstant(), Sentence.of("end", End.BEGUN_AGAIN, "event").with(Reason.text("paid")), event, null));
        var failure = JourneyDocuments.failure(
                new Failure("A", Reason.told("start-failed", "The broker refused it"), NOON.toInstant()));

        assertThat(end).containsEntry("code", "begun-again").containsEntry("event", "e");
        assertThat(end.getString("because")).contains("paid");
        assertThat(failure).containsEntry("code", "start-failed").containsEntry("because", "The broker refused it");
    }
}
