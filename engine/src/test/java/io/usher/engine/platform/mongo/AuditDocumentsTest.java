package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class AuditDocumentsTest {

    private static final Actor KEY = new Actor(Actor.Kind.KEY, "k1");

    @Test
    void shouldReadAnEntryAsItWasWritten() {
        var entry = AuditEntry.of(
                new WorkspaceId("main"),
                Instant.parse("2026-03-01T12:00:00Z"),
                KEY,
                "workflow.activated",
                "w1",
                Map.of("version", "3", "with.dot", "$"));
        assertThat(AuditDocuments.entry(AuditDocuments.of(entry))).isEqualTo(entry);
        assertThat(entry.thing()).isEqualTo(new AuditEntry.Thing("workflow", "w1"));
    }

    @Test
    void shouldReadNoActorFromWhatWasStoredBeforeActorsWere() {
        assertThat(AuditDocuments.actor(null)).isNull();
        assertThat(AuditDocuments.actor(new Document("kind", "robot").append("id", "r2")))
                .isNull();
        assertThat(AuditDocuments.actor(AuditDocuments.of(KEY))).isEqualTo(KEY);
    }
}
