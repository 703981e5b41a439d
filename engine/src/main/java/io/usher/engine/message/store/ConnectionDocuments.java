package io.usher.engine.message.store;

import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.MessageConnection.Answered;
import io.usher.engine.message.MessageConnection.Change;
import io.usher.engine.message.MessageSender;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.internal.connection.StoredConnection;
import io.usher.engine.platform.mongo.AuditDocuments;
import io.usher.engine.platform.secret.SealedSecret;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A connection: kind, channel, name, settings [{name, value}], secrets [{name, key, data}] (key: fingerprint of the key that
 * sealed it), enabled, catcher, answered {at, well, words}, changed {at, by, actor}, revision. A sender: connection, address, name,
 * changed, revision. Both: workspace, createdAt.
 */
final class ConnectionDocuments {

    private ConnectionDocuments() {}

    static Document fields(StoredConnection connection) {
        var shown = connection.shown();
        return new Document("kind", shown.kind())
                .append("channel", shown.channel().key())
                .append("name", shown.name())
                .append(
                        "settings",
                        shown.settings().entrySet().stream()
                                .map(each -> new Document("name", each.getKey()).append("value", each.getValue()))
                                .toList())
                .append(
                        "secrets",
                        connection.sealed().entrySet().stream()
                                .map(each -> new Document("name", each.getKey())
                                        .append("key", each.getValue().key())
                                        .append(
                                                "data",
                                                new Binary(each.getValue().bytes())))
                                .toList())
                .append("enabled", shown.enabled())
                .append("catcher", shown.catcher())
                .append("changed", changed(Objects.requireNonNull(shown.changed())))
                .append("revision", shown.revision());
    }

    static StoredConnection connection(Document document) {
        var settings = new HashMap<String, String>();
        list(document, "settings").forEach(each -> settings.put(each.getString("name"), each.getString("value")));
        Map<String, SealedSecret> sealed = new LinkedHashMap<>();
        list(document, "secrets")
                .forEach(each -> sealed.put(
                        each.getString("name"),
                        new SealedSecret(
                                each.getString("key"),
                                each.get("data", Binary.class).getData())));
        return new StoredConnection(
                new MessageConnection(
                        document.getString("_id"),
                        new WorkspaceId(document.getString("workspace")),
                        document.getString("kind"),
                        NewMessage.channel(document.getString("channel")),
                        document.getString("name"),
                        settings,
                        sealed.keySet(),
                        document.getBoolean("enabled", true),
                        document.getBoolean("catcher", false),
                        answered(document.get("answered", Document.class)),
                        changed(document.get("changed", Document.class)),
                        document.get("revision", Number.class).longValue()),
                sealed);
    }

    private static List<Document> list(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }

    static Document answered(Answered answered) {
        return new Document("at", Date.from(answered.at()))
                .append("well", answered.well())
                .append("words", answered.words());
    }

    private static @Nullable Answered answered(@Nullable Document document) {
        return document == null
                ? null
                : new Answered(
                        document.getDate("at").toInstant(),
                        document.getBoolean("well", false),
                        document.getString("words"));
    }

    static Document fields(MessageSender sender) {
        return new Document("connection", sender.connection())
                .append("address", sender.address())
                .append("name", sender.name())
                .append("changed", changed(sender.changed()))
                .append("revision", sender.revision());
    }

    static MessageSender sender(Document document) {
        return new MessageSender(
                document.getString("_id"),
                new WorkspaceId(document.getString("workspace")),
                document.getString("connection"),
                document.getString("address"),
                document.getString("name"),
                changed(document.get("changed", Document.class)),
                document.get("revision", Number.class).longValue());
    }

    private static Document changed(Change change) {
        return new Document("at", Date.from(change.at()))
                .append("by", change.by().name())
                .append("actor", AuditDocuments.of(change.by().actor()));
    }

    private static Change changed(Document document) {
        var actor = AuditDocuments.actor(document.get("actor", Document.class));
        return new Change(
                document.getDate("at").toInstant(),
                new NamedActor(actor == null ? Actor.system("unknown") : actor, document.getString("by")));
    }
}
