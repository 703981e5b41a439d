package io.usher.engine.workflow.store;

import io.usher.engine.platform.mongo.AuditDocuments;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Json;
import io.usher.engine.workflow.internal.Triggers;
import io.usher.engine.workflow.internal.TriggersJson;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Inside;
import io.usher.engine.workflow.internal.Workflow.Status;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;

/**
 * A workflow as a document. Triggers are one text of JSON, as rules hold names and values of any form; the event types stand
 * beside it for queries.
 */
final class WorkflowDocument {

    static final int SCHEMA = 1;

    /** Absent in documents that were made before triggers had one; they count as revision 0. */
    static final String TRIGGERS_REVISION = "triggersRevision";

    private WorkflowDocument() {}

    static Document of(Workflow workflow, TriggersJson json) {
        return new Document("_id", workflow.id().value())
                .append("schemaVersion", SCHEMA)
                .append("workspace", workflow.workspace().value())
                .append("name", workflow.name())
                .append("search", search(workflow.name()))
                .append("tags", workflow.tags())
                .append("status", workflow.status().key())
                .append("version", workflow.version())
                .append("lifecycle", workflow.lifecycle())
                .append("inside", workflow.inside().key())
                .append("triggers", text(workflow.triggers(), json))
                .append("startTypes", keys(workflow.triggers().startTypes()))
                .append("stopTypes", keys(workflow.triggers().stopTypes()))
                .append("triggersChanged", change(workflow.triggersChanged()))
                .append(TRIGGERS_REVISION, workflow.triggersRevision())
                .append("createdAt", Date.from(workflow.createdAt()))
                .append("changed", change(workflow.changed()));
    }

    static Workflow workflow(Document stored, TriggersJson json) {
        return new Workflow(
                new WorkflowId(stored.getString("_id")),
                new WorkspaceId(stored.getString("workspace")),
                stored.getString("name"),
                stored.getList("tags", String.class),
                Keyed.stored(Status.class, stored.getString("status")),
                stored.getInteger("version"),
                stored.get("lifecycle", Number.class).longValue(),
                stored.getString("inside").equals(Inside.HOLD.key()) ? Inside.HOLD : Inside.GO_ON,
                triggers(stored.getString("triggers"), json),
                change(stored.get("triggersChanged", Document.class)),
                revision(stored),
                stored.getDate("createdAt").toInstant(),
                change(stored.get("changed", Document.class)));
    }

    private static long revision(Document stored) {
        return stored.get(TRIGGERS_REVISION) instanceof Number number ? number.longValue() : 0;
    }

    static String text(Triggers triggers, TriggersJson json) {
        return Json.text(json.write(triggers));
    }

    private static Triggers triggers(String text, TriggersJson json) {
        return json.read(Objects.requireNonNull(Json.object(text), "triggers"));
    }

    static List<String> keys(Collection<EventTypeKey> types) {
        return types.stream().map(EventTypeKey::value).toList();
    }

    static String search(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static Document change(Change change) {
        var document = new Document("at", Date.from(change.at())).append("by", change.by());
        var actor = change.actor();
        return actor == null ? document : document.append("actor", AuditDocuments.of(actor));
    }

    static Change change(Document stored) {
        return new Change(
                stored.getDate("at").toInstant(),
                stored.getString("by"),
                AuditDocuments.actor(stored.get("actor", Document.class)));
    }
}
