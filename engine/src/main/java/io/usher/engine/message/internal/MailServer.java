package io.usher.engine.message.internal;

import io.usher.connectors.channel.MailConnector;
import io.usher.connectors.channel.OutgoingMail.Address;
import io.usher.connectors.smtp.SmtpConnector;
import io.usher.connectors.smtp.SmtpServer;
import io.usher.engine.message.MessageProperties;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The mail server that is configured, if any; a setting that cannot be read stops the start with a plain sentence. */
@Component
class MailServer {

    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^<>\"]*?)\"?\\s*<([^<>\\s]+@[^<>\\s]+)>\\s*");
    private static final Pattern PLAIN = Pattern.compile("\\s*([^<>\\s]+@[^<>\\s]+)\\s*");

    private final @Nullable MailConnector connector;
    private final @Nullable Address from;
    private final boolean catcher;

    @Autowired
    MailServer(MessageProperties properties) {
        this(
                properties.smtpUrl() == null ? null : new SmtpConnector(SmtpServer.parse(properties.smtpUrl())),
                properties.mailFrom() == null ? null : address(properties.mailFrom()),
                properties.mailCatcher());
    }

    MailServer(@Nullable MailConnector connector, @Nullable Address from, boolean catcher) {
        this.connector = connector;
        this.from = from;
        this.catcher = catcher;
    }

    static Address address(String text) {
        var named = NAMED.matcher(text);
        if (named.matches()) {
            return new Address(named.group(2), named.group(1).isBlank() ? null : named.group(1));
        }
        var plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return new Address(plain.group(1), null);
        }
        throw new IllegalArgumentException("USHER_MAIL_FROM is neither an address nor of the form Name <address>");
    }

    Optional<MailConnector> connector() {
        return Optional.ofNullable(connector);
    }

    /** The block's sender, else the configured one; the block's name goes before the configured name. */
    Optional<Address> from(@Nullable String address, @Nullable String name) {
        if (address != null) {
            return Optional.of(new Address(address, name));
        }
        return Optional.ofNullable(from).map(set -> new Address(set.address(), name == null ? set.name() : name));
    }

    boolean catcher() {
        return catcher;
    }
}
