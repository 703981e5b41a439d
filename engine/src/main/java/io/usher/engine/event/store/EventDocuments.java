package io.usher.engine.event.store;

import io.usher.engine.event.Accepted;
import io.usher.engine.event.Decision;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.event.internal.EventStore.Fresh;
import io.usher.engine.event.internal.EventStore.Key;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.platform.words.EarlierSentence;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.ReasonForm;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How an event stands in MongoDB; {@code due} is there while it is to be dispatched. */
final class EventDocuments {

    private EventDocuments() {}

    static String id(WorkspaceId workspace, EventId id) {
        return workspace.value() + ":" + id.value();
    }

    static String id(Key key) {
        return id(key.workspace(), key.id());
    }

    static Document document(Fresh fresh) {
        var event = fresh.event();
        var document = new Document("_id", id(fresh.key()))
                .append("workspace", event.workspace().value())
                .append("id", event.id().value())
                .append("type", event.type().value())
                .append("params", FreeValues.encode(event.params()))
                .append("occurredAt", Date.from(event.occurredAt()))
                .append("acceptedAt", Date.from(event.acceptedAt()))
                .append("source", event.source())
                .append("position", event.position());
        present(document, "due", event.due() ? due(event, event.position()) : null);
        present(document, "decisions", event.decisions().isEmpty() ? null : documents(event.decisions()));
        present(document, "key", event.key());
        present(
                document,
                "contact",
                event.contact() == null ? null : event.contact().value());
        present(document, "history", event.history() ? true : null);
        present(document, "conflicts", event.conflicts().isEmpty() ? null : event.conflicts());
        present(document, "warnings", fresh.warnings().isEmpty() ? null : fresh.warnings());
        return document;
    }

    /** What puts the event into the queue; those of earlier versions have no {@code workspace} there. */
    static Document due(Event event, long position) {
        var contact = event.contact();
        var due = new Document("lane", DispatchQueue.lane(event))
                .append("position", position)
                .append("workspace", event.workspace().value());
        present(due, "contact", contact == null ? null : contact.value());
        return due;
    }

    static Event event(Document document) {
        var intent = document.getList("intent", Document.class);
        return new Event(
                new EventId(document.getString("id")),
                new WorkspaceId(document.getString("workspace")),
                new EventTypeKey(document.getString("type")),
                document.getString("key"),
                FreeValues.decode(document.getList("params", Document.class)),
                contact(document),
                document.getDate("occurredAt").toInstant(),
                document.getDate("acceptedAt").toInstant(),
                document.getBoolean("history", false),
                document.getString("source"),
                document.getList("conflicts", String.class, List.of()),
                document.get("position", Number.class).longValue(),
                document.containsKey("due"),
                intent == null ? null : FreeValues.decode(intent),
                document.getString("parked"),
                document.getList("decisions", Document.class, List.of()).stream()
                        .map(EventDocuments::decision)
                        .toList());
    }

    static Accepted accepted(Document document) {
        return new Accepted(
                new EventId(document.getString("id")),
                contact(document),
                document.getList("warnings", String.class, List.of()));
    }

    static List<Document> documents(List<Decision> decisions) {
        return decisions.stream().map(EventDocuments::document).toList();
    }

    private static Document document(Decision decision) {
        return new Document("workflow", decision.workflowId().value())
                .append("name", decision.workflowName())
                .append("link", decision.link().key())
                .append("outcome", decision.outcome().key())
                .append("reason", new Document(ReasonForm.write(decision.reason())))
                .append("code", decision.reason().code())
                .append("text", EarlierSentence.of(decision.reason()))
                .append(
                        "journeys",
                        decision.journeyIds().stream().map(JourneyId::value).toList());
    }

    private static Decision decision(Document document) {
        return new Decision(
                new WorkflowId(document.getString("workflow")),
                document.getString("name"),
                Keyed.stored(Decision.Link.class, document.getString("link")),
                Keyed.stored(Decision.Outcome.class, document.getString("outcome")),
                ReasonForm.read(
                        document.get("reason", Document.class), document.getString("code"), document.getString("text")),
                document.getList("journeys", String.class, List.of()).stream()
                        .map(JourneyId::new)
                        .toList());
    }

    private static @Nullable ContactId contact(Document document) {
        var contact = document.getString("contact");
        return contact == null ? null : new ContactId(contact);
    }

    private static void present(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }
}
