package io.usher.engine.message.internal;

import io.usher.connectors.channel.OutgoingMail.Address;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.Channels;
import io.usher.engine.message.NewMessage.Kind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What holds messages by the settings of the house alone: the hand-over says it of each message, this before there is one. */
@Component
class HouseHolds implements Channels {

    static final Hold NO_UNSUBSCRIBE_PAGE = new Hold(
            "no-unsubscribe-page", "Marketing is held until there is a page on which contacts can unsubscribe");
    static final Hold NO_MAIL_SERVER = new Hold("no-mail-server", "No mail server is set up (USHER_SMTP_URL)");
    static final Hold NO_SENDER_ADDRESS =
            new Hold("no-sender-address", "No sender address is set up, neither in the block nor in USHER_MAIL_FROM");

    private final MailServer server;

    HouseHolds(MailServer server) {
        this.server = server;
    }

    @Override
    public List<State> all() {
        var sender = server.from(null, null).map(HouseHolds::words).orElse(null);
        return List.of(new State(
                Channel.EMAIL,
                server.connector().isPresent(),
                server.catcher(),
                sender,
                holds(Kind.TRANSACTIONAL),
                holds(Kind.MARKETING)));
    }

    private List<Hold> holds(Kind kind) {
        var holds = new ArrayList<Hold>();
        if (kind == Kind.MARKETING && !server.catcher()) {
            holds.add(NO_UNSUBSCRIBE_PAGE);
        }
        if (server.connector().isEmpty()) {
            holds.add(NO_MAIL_SERVER);
        }
        if (server.from(null, null).isEmpty()) {
            holds.add(NO_SENDER_ADDRESS);
        }
        return holds;
    }

    private static String words(Address from) {
        return from.name() == null ? from.address() : from.name() + " <" + from.address() + ">";
    }
}
