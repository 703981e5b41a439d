package io.usher.engine.message.store;

import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Content;
import io.usher.connectors.channel.Email;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.Due;
import io.usher.engine.platform.words.EarlierSentence;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.ReasonForm;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A message as a document and back. */
final class MessageDocuments {

    private MessageDocuments() {}

    /**
     * @param body the id of what it says, where that is stored
     * @param due null when nobody has to look at it
     */
    static Document document(Message message, @Nullable String body, @Nullable Due due) {
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
        if (body != null) {
            document.append("body", body);
        }
        if (due != null) {
            document.append("due", due(due));
        }
        return document;
    }

    static Document due(Due due) {
        return new Document("connection", due.queue().connection())
                .append("kind", due.queue().kind().key())
                .append("at", Date.from(due.at()));
    }

    static Document entry(Entry entry) {
        var document = new Document("state", entry.state().key())
                .append("at", Date.from(entry.at()))
                .append("code", entry.code())
                .append("reason", new Document(ReasonForm.write(entry.reason())))
                .append("text", EarlierSentence.of(entry.reason()));
        return entry.earlierTry() ? document.append("earlierTry", true) : document;
    }

    /** What it says, where an engine of before stored it in the message itself. */
    static @Nullable Content formerContent(Document document) {
        var html = document.getString("html");
        if (html == null) {
            return null;
        }
        var from = document.getString("from");
        var fromName = document.getString("fromName");
        var sender = from == null && fromName == null ? null : new Address(from == null ? "" : from, fromName);
        return Email.of(sender, document.getString("subject"), html, document.getString("text"));
    }

    static Message message(Document document) {
        return message(document, null);
    }

    static Message message(Document document, @Nullable Content content) {
        var history = document.getList("history", Document.class, List.of()).stream()
                .map(MessageDocuments::entry)
                .toList();
        return new Message(
                new MessageId(document.getString("_id")),
                new WorkspaceId(document.getString("workspace")),
                NewMessage.channel(document.getString("channel")),
                Keyed.stored(Kind.class, document.getString("kind")),
                new ContactId(document.getString("contact")),
                origin(document),
                document.getString("to"),
                document.getString("from"),
                document.getString("fromName"),
                document.getString("subject"),
                content,
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
                ReasonForm.read(
                        document.get("reason", Document.class), document.getString("code"), document.getString("text")),
                document.getBoolean("earlierTry", false));
    }

    static Kind kind(String key) {
        return Keyed.stored(Kind.class, key);
    }
}
