package io.usher.engine.platform.mongo;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.AuditEntry.Thing;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Actors and audit entries as documents. */
public final class AuditDocuments {

    private AuditDocuments() {}

    public static Document of(Actor actor) {
        return new Document("kind", actor.kind().key()).append("id", actor.id());
    }

    /** Null for what was stored before actors were. */
    public static @Nullable Actor actor(@Nullable Document stored) {
        return stored == null
                ? null
                : Keyed.find(Actor.Kind.class, stored.getString("kind"))
                        .map(kind -> new Actor(kind, stored.getString("id")))
                        .orElse(null);
    }

    public static Document of(AuditEntry entry) {
        var arguments = new ArrayList<Document>();
        new TreeMap<>(entry.arguments())
                .forEach((name, value) -> arguments.add(new Document("name", name).append("value", value)));
        return new Document("_id", entry.id())
                .append("workspace", entry.workspace().value())
                .append("at", Date.from(entry.at()))
                .append("actor", of(entry.actor()))
                .append("action", entry.action())
                .append(
                        "thing",
                        new Document("kind", entry.thing().kind())
                                .append("id", entry.thing().id()))
                .append("arguments", arguments);
    }

    public static AuditEntry entry(Document stored) {
        var thing = stored.get("thing", Document.class);
        var actor = actor(stored.get("actor", Document.class));
        var arguments = new TreeMap<String, String>();
        stored.getList("arguments", Document.class, List.of())
                .forEach(each -> arguments.put(each.getString("name"), each.getString("value")));
        return new AuditEntry(
                stored.getString("_id"),
                new WorkspaceId(stored.getString("workspace")),
                stored.getDate("at").toInstant(),
                actor == null ? Actor.system("unknown") : actor,
                stored.getString("action"),
                new Thing(thing.getString("kind"), thing.getString("id")),
                arguments);
    }
}
