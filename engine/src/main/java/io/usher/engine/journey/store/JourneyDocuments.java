package io.usher.engine.journey.store;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.Journey.Place;
import io.usher.engine.journey.Journey.Scope;
import io.usher.engine.journey.Journey.StartEvent;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A journey as a document; fields that are null are left out. */
final class JourneyDocuments {

    private JourneyDocuments() {}

    /** A new journey: what dispatch knows of it. */
    static Document of(Journey journey, Instant now) {
        var start = journey.start();
        return new Document("_id", journey.id().value())
                .append("workspace", journey.workspace().value())
                .append("contact", journey.contact().value())
                .append("lane", DispatchQueue.lane(journey.contact()))
                .append("workflow", journey.workflow().value())
                .append("workflowName", journey.workflowName())
                .append("version", journey.version())
                .append(
                        "start",
                        new Document("event", start.event().value())
                                .append("type", start.type().value())
                                .append("key", start.key())
                                .append("params", FreeValues.encode(start.params())))
                .append("startPosition", journey.startPosition())
                .append(
                        "scope",
                        new Document("per", journey.scope().per())
                                .append("value", journey.scope().value()))
                .append("startedAt", Fields.date(journey.startedAt()))
                .append("state", journey.state().key())
                .append("since", Fields.date(now))
                .append("run", journey.run())
                .append("lines", 0L);
    }

    static Journey journey(Document document) {
        return new Journey(
                new JourneyId(document.getString("_id")),
                new WorkspaceId(document.getString("workspace")),
                new WorkflowId(document.getString("workflow")),
                document.getString("workflowName"),
                document.getInteger("version"),
                new ContactId(document.getString("contact")),
                start(Objects.requireNonNull(Fields.part(document, "start"))),
                Fields.number(document, "startPosition"),
                scope(Objects.requireNonNull(Fields.part(document, "scope"))),
                Fields.state(document.getString("state")),
                document.getInteger("run"),
                place(Fields.part(document, "at")),
                document.getLong("instance"),
                MemoryDocuments.memory(document),
                document.getBoolean("sent", false),
                place(Fields.part(document, "standing")),
                Fields.instant(document, "startedAt"),
                end(Fields.part(document, "end")),
                failure(Fields.part(document, "failure")));
    }

    static Document place(Place place) {
        var document = new Document("block", place.block()).append("since", Fields.date(place.since()));
        return place.until() == null ? document : document.append("until", Fields.date(place.until()));
    }

    static @Nullable Place place(@Nullable Document document) {
        return document == null
                ? null
                : new Place(
                        document.getString("block"),
                        Fields.instant(document, "since"),
                        Fields.optionalInstant(document, "until"));
    }

    static Document end(End end) {
        var document = Fields.because(new Document("at", Fields.date(end.at())), end.because());
        if (end.event() != null) {
            document.append("event", end.event().value());
        }
        if (end.eventType() != null) {
            document.append("eventType", end.eventType().value());
        }
        return document;
    }

    static Document failure(Failure failure) {
        return Fields.because(new Document("block", failure.block()), failure.because())
                .append("since", Fields.date(failure.since()));
    }

    private static @Nullable End end(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        var event = document.getString("event");
        var type = document.getString("eventType");
        return new End(
                Fields.instant(document, "at"),
                Fields.reason(document, "code", "because"),
                event == null ? null : new EventId(event),
                type == null ? null : new EventTypeKey(type));
    }

    private static @Nullable Failure failure(@Nullable Document document) {
        return document == null
                ? null
                : new Failure(
                        document.getString("block"),
                        Fields.reason(document, "code", "because"),
                        Fields.instant(document, "since"));
    }

    private static StartEvent start(Document document) {
        return new StartEvent(
                new EventId(document.getString("event")),
                new EventTypeKey(document.getString("type")),
                document.getString("key"),
                FreeValues.decode(document.getList("params", Object.class)));
    }

    private static Scope scope(Document document) {
        return new Scope(document.getString("per"), document.getString("value"));
    }
}
