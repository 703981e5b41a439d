package io.usher.engine.message.internal;

import io.usher.connectors.channel.MailConnector;
import io.usher.connectors.channel.OutgoingMail;
import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Purpose;
import io.usher.engine.message.Channels.Hold;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.platform.async.Async;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether a message may go out now. Looked at directly before each hand-over, in this order: the first
 * rule that speaks decides.
 */
@Component
class HandOverRules {

    private static final String EMPTY_SUBJECT = "empty-subject";

    private final Contacts contacts;
    private final MailServer server;

    HandOverRules(Contacts contacts, MailServer server) {
        this.contacts = contacts;
        this.server = server;
    }

    /** What the rules say. */
    sealed interface Verdict {

        /** It may be handed over. */
        record Go(MailConnector connector, OutgoingMail mail) implements Verdict {}

        /** It may not: held until a person sends it, dropped, or refused. */
        record Stay(State state, String code, String text) implements Verdict {}
    }

    Verdict look(Message message) {
        boolean marketing = message.kind() == Kind.MARKETING;
        if (marketing && !consented(message)) {
            return drop(
                    "no-consent",
                    "The contact has not agreed to marketing by "
                            + message.channel().key());
        }
        if (marketing && !server.catcher()) {
            return hold(HouseHolds.NO_UNSUBSCRIBE_PAGE);
        }
        if (message.subject().isBlank() && !message.wasHeldFor(EMPTY_SUBJECT)) {
            return hold(EMPTY_SUBJECT, "The subject is empty: its values were empty for this contact");
        }
        var connector = message.channel() == Channel.EMAIL ? server.connector() : Optional.<MailConnector>empty();
        if (connector.isEmpty()) {
            return hold(HouseHolds.NO_MAIL_SERVER);
        }
        if (SampleAddresses.includes(message.to()) && !server.catcher()) {
            return drop(
                    "sample-address", message.to() + " is a sample address; mail to it goes only to a mail catcher");
        }
        return server.from(message.from(), message.fromName())
                .map(from -> mail(message, from, connector.get()))
                .orElseGet(() -> hold(HouseHolds.NO_SENDER_ADDRESS));
    }

    private boolean consented(Message message) {
        var contact = Async.await(contacts.find(message.workspace(), message.contact()));
        return contact != null
                && contact.consent(Purpose.MARKETING, message.channel()).state() == Consent.State.GIVEN;
    }

    private static Verdict mail(Message message, OutgoingMail.Address from, MailConnector connector) {
        var body = message.body();
        if (body == null) {
            return new Verdict.Stay(State.REFUSED, "no-content", "The content is no longer stored");
        }
        try {
            return new Verdict.Go(
                    connector,
                    new OutgoingMail(
                            message.id().value(),
                            message.createdAt(),
                            from,
                            message.to(),
                            message.subject(),
                            body.html(),
                            body.text(),
                            Map.of()));
        } catch (IllegalArgumentException e) {
            return new Verdict.Stay(State.REFUSED, "bad-header", String.valueOf(e.getMessage()));
        }
    }

    private static Verdict hold(Hold house) {
        return hold(house.code(), house.text());
    }

    private static Verdict hold(String code, String text) {
        return new Verdict.Stay(State.HELD, code, text);
    }

    private static Verdict drop(String code, String text) {
        return new Verdict.Stay(State.DROPPED, code, text);
    }
}
