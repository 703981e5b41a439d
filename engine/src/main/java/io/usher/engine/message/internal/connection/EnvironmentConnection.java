package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Connection;
import io.usher.connectors.smtp.SmtpConnector;
import io.usher.connectors.smtp.SmtpServer;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.MessageProperties;
import io.usher.engine.shared.WorkspaceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The connection and sender that {@code USHER_SMTP_URL} and {@code USHER_MAIL_FROM} give to every workspace; a setting that cannot
 * be read stops the start with a plain sentence.
 */
@Component
public class EnvironmentConnection {

    /** Every workspace sees them; who the house signs in as is nobody's business there. */
    private static final Set<String> SHOWN = Set.of("host", "port", "encryption");

    private static final Pattern NAMED = Pattern.compile("\\s*\"?([^<>\"]*?)\"?\\s*<([^<>\\s]+@[^<>\\s]+)>\\s*");
    private static final Pattern PLAIN = Pattern.compile("\\s*([^<>\\s]+@[^<>\\s]+)\\s*");

    private final @Nullable Connection connection;
    private final @Nullable Address from;
    private final boolean catcher;

    public EnvironmentConnection(MessageProperties properties) {
        this.connection = properties.smtpUrl() == null
                ? null
                : SmtpServer.parse(properties.smtpUrl()).connection();
        this.from = properties.mailFrom() == null ? null : address(properties.mailFrom());
        this.catcher = properties.mailCatcher();
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

    /** As it is shown in a workspace: without its user. */
    Optional<MessageConnection> shown(WorkspaceId workspace) {
        return Optional.ofNullable(connection)
                .map(set -> new MessageConnection(
                        MessageConnection.ENVIRONMENT,
                        workspace,
                        SmtpConnector.KIND,
                        Channel.EMAIL,
                        "USHER_SMTP_URL",
                        shownSettings(set),
                        set.secrets().keySet(),
                        true,
                        catcher,
                        null,
                        null,
                        0));
    }

    /** As those of a workspace are; its secrets stand in the environment and nowhere else. */
    Optional<StoredConnection> stored(WorkspaceId workspace) {
        return shown(workspace).map(shown -> new StoredConnection(shown, Map.of()));
    }

    private static Map<String, String> shownSettings(Connection set) {
        var settings = new HashMap<>(set.settings());
        settings.keySet().retainAll(SHOWN);
        return settings;
    }

    /** With its secrets; empty when none is set. */
    Optional<Connection> connection() {
        return Optional.ofNullable(connection);
    }

    Optional<Address> from() {
        return Optional.ofNullable(from);
    }

    /** Whether mail goes to a catcher where a workspace has no connection of its own. */
    boolean catcher() {
        return catcher;
    }
}
