package io.usher.engine.message;

import io.usher.engine.contact.Channel;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox and what became of it.
 *
 * @param to empty when the contact has no address
 * @param body exactly what is sent; null in lists
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
        @Nullable Body body,
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

    /** Whether it was held for this reason before; only a person brings it back from there, and has then seen the reason. */
    public boolean wasHeldFor(String code) {
        return history.stream()
                .anyMatch(past -> past.state() == State.HELD && past.code().equals(code));
    }

    /** What the reader sees. */
    public record Body(String html, String text) {}

    /** A state, since when, and why: a stable code and a sentence. */
    public record Entry(State state, Instant at, String code, String text) {}

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
