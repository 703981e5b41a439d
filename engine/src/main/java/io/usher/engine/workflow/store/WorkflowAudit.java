package io.usher.engine.workflow.store;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.WorkflowStore.Key;
import io.usher.engine.workflow.internal.WorkflowStore.Move;
import java.util.Map;
import java.util.Objects;

/** What the audit says of changes of workflows. */
final class WorkflowAudit {

    private static final Actor BEFORE_ACTORS = Actor.system("workflow");

    private WorkflowAudit() {}

    static AuditEntry made(Workflow workflow) {
        return of(new Key(workflow.workspace(), workflow.id()), workflow.changed(), "made", Map.of());
    }

    static AuditEntry of(Key key, Change change, Move move) {
        return of(key, change, move.step().key(), arguments(move));
    }

    static AuditEntry of(Key key, Change change, String action, Map<String, String> arguments) {
        var actor = Objects.requireNonNullElse(change.actor(), BEFORE_ACTORS);
        return AuditEntry.of(
                key.workspace(),
                change.at(),
                actor,
                "workflow." + action,
                key.id().value(),
                arguments);
    }

    private static Map<String, String> arguments(Move move) {
        return switch (move.step()) {
            case ACTIVATED -> Map.of("version", String.valueOf(move.version()));
            case PAUSED -> Map.of("inside", move.inside().key());
            case RESUMED, ARCHIVED -> Map.of();
        };
    }
}
