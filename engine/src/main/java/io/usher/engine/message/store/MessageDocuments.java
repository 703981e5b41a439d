package io.usher.engine.message.store;

import io.usher.engine.contact.Channel;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Body;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A message as a document and back. */
final class MessageDocuments {

    private MessageDocuments() {}

    static Document document(Message message, @Nullable Instant nextLook) {
        var origin = message.origin();
        var document = new Document("_id", message.id().value())
                .append("schemaVersion", 1)
                .append("workspace", message.workspace().value())
                .append("channel", message.channel().key())
                .append("kind", message.kind().key())
                .append("contact", message.contact().value())
                .append("journey", origin.journey().value())
                .append("workflow", origin.workflow().value())
                .append("workflowName", origin.workflowName())
                .append("version", origin.version())
                .append("block", origin.block())
                .append("pass", origin.pass())
                .append("to", message.to())
                .append("from", message.from())
                .append("fromName", message.fromName())
                .append("subject", message.subject())
                .append("createdAt", Date.from(message.createdAt()))
                .append("state", message.state().key())
                .append("attempts", message.attempts())
                .append("mayHaveGoneOut", message.mayHaveGoneOut())
                .append(
                        "history",
                        message.history().stream().map(MessageDocuments::entry).toList());
        var body = message.body();
        if (body != null) {
            document.append("html", body.html()).append("text", body.text());
        }
        if (nextLook != null) {
            document.append("nextLook", Date.from(nextLook));
        }
        return document;
    }

    static Document entry(Entry entry) {
        return new Document("state", entry.state().key())
                .append("at", Date.from(entry.at()))
                .append("code", entry.code())
                .append("text", entry.text());
    }

    static Message message(Document document) {
        var history = document.getList("history", Document.class, List.of()).stream()
                .map(MessageDocuments::entry)
                .toList();
        var html = document.getString("html");
        return new Message(
                new MessageId(document.getString("_id")),
                new WorkspaceId(document.getString("workspace")),
                Keyed.stored(Channel.class, document.getString("channel")),
                Keyed.stored(Kind.class, document.getString("kind")),
                new ContactId(document.getString("contact")),
                origin(document),
                document.getString("to"),
                document.getString("from"),
                document.getString("fromName"),
                document.getString("subject"),
                html == null ? null : new Body(html, document.getString("text")),
                document.getDate("createdAt").toInstant(),
                history.getLast(),
                document.getInteger("attempts", 0),
                document.getBoolean("mayHaveGoneOut", false),
                history);
    }

    private static NewMessage.Origin origin(Document document) {
        return new NewMessage.Origin(
                new JourneyId(document.getString("journey")),
                new WorkflowId(document.getString("workflow")),
                document.getString("workflowName"),
                document.getInteger("version"),
                document.getString("block"),
                document.getInteger("pass"));
    }

    private static Entry entry(Document document) {
        return new Entry(
                Keyed.stored(State.class, document.getString("state")),
                document.getDate("at").toInstant(),
                document.getString("code"),
                document.getString("text"));
    }
}
