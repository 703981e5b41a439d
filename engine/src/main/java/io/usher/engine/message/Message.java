package io.usher.engine.message;

import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Content;
import io.usher.engine.contact.Channel;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox and what became of it.
 *
 * @param to empty when the contact has no address
 * @param from the sender that it names, null for the connection's; {@code fromName} the name that is shown with it
 * @param subject what lists call it
 * @param content exactly what is sent; null in lists, and when it is no longer stored
 * @param entry the last change: state, when, and why
 * @param attempts how often a hand-over was begun
 * @param mayHaveGoneOut a hand-over began whose end nobody knows, and a person had it sent again: never withdrawn any more
 * @param history all changes with their reasons, the latest 50
 */
public record Message(
        MessageId id,
        WorkspaceId workspace,
        Channel channel,
        NewMessage.Kind kind,
        ContactId contact,
        NewMessage.Origin origin,
        String to,
        @Nullable String from,
        @Nullable String fromName,
        String subject,
        @Nullable Content content,
        Instant createdAt,
        Entry entry,
        int attempts,
        boolean mayHaveGoneOut,
        List<Entry> history) {

    public Message {
        history = List.copyOf(history);
    }

    public State state() {
        return entry.state();
    }

    /** The sender that it names; null for the connection's, without an address for the connection's under another name. */
    public @Nullable Address sender() {
        return from == null && fromName == null ? null : new Address(from == null ? "" : from, fromName);
    }

    /**
     * A state, since when, and why.
     *
     * @param earlierTry whether a try of before may have gone out all the same
     */
    public record Entry(State state, Instant at, Reason reason, boolean earlierTry) {

        public Entry(State state, Instant at, Reason reason) {
            this(state, at, reason, false);
        }

        public String code() {
            return reason.code();
        }

        /** Why, in the words of who reads it. */
        public String text(Wording wording) {
            return wording.of(reason) + (earlierTry ? " " + wording.text("message.earlier-try") : "");
        }
    }

    /** As it was made: it waits to be sent, or is dropped. */
    public static Message made(NewMessage made, Entry entry) {
        var content = made.content();
        var sender = content.sender();
        return new Message(
                made.id(),
                made.workspace(),
                made.channel(),
                made.kind(),
                made.contact(),
                made.origin(),
                made.to(),
                sender == null || sender.address().isEmpty() ? null : sender.address(),
                sender == null ? null : sender.name(),
                content.title(),
                content,
                entry.at(),
                entry,
                0,
                false,
                List.of(entry));
    }

    /** Life cycle; delivered, opened and clicked are known by receipts only. */
    public enum State implements Keyed {
        WAITING("waiting"),
        HELD("held"),
        HANDING_OVER("handing-over"),
        HANDED_OVER("handed-over"),
        REFUSED("refused"),
        UNCERTAIN("uncertain"),
        DROPPED("dropped"),
        WITHDRAWN("withdrawn");

        private final String key;

        State(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
