package io.usher.connectors.smtp;

import io.usher.connectors.channel.Capabilities;
import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connector;
import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.Email;
import io.usher.connectors.channel.Envelope;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers over SMTP, one connection a mail. */
public final class SmtpConnector implements Connector<Email> {

    /** Its kind. */
    public static final String KIND = "smtp";

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnector.class);

    private final Limits limits;
    private final KnownServers servers;

    public SmtpConnector() {
        this(new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90)));
    }

    SmtpConnector(Limits limits) {
        this.limits = limits;
        this.servers = new KnownServers(limits);
    }

    /** Time limits of connecting, of each answer and of the whole attempt. */
    record Limits(Duration connect, Duration read, Duration whole) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String channel() {
        return Email.CHANNEL;
    }

    @Override
    public Class<Email> content() {
        return Email.class;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, limits.connect().plus(limits.whole()), 0);
    }

    @Override
    public Set<String> settings() {
        return SmtpSettings.SETTINGS;
    }

    @Override
    public Set<String> secrets() {
        return SmtpSettings.SECRETS;
    }

    @Override
    public Set<String> bindingSettings() {
        return SmtpSettings.SETTINGS;
    }

    @Override
    public List<Flaw> check(Connection connection) {
        return SmtpSettings.check(connection);
    }

    @Override
    public List<Flaw> checkSender(String address) {
        try {
            MailAddress.of(address, null);
            return List.of();
        } catch (MessagingException e) {
            return List.of(new Flaw("address", "email", SmtpAnswers.line(e.getMessage())));
        }
    }

    @Override
    public Answer test(Connection connection) {
        var known = servers.of(connection);
        Socket socket;
        try {
            socket = known.open();
        } catch (IOException e) {
            return new Answer(false, notConnected(known.server(), e));
        }
        var transport = known.transport(known.session(false));
        try (var deadline = new Deadline(socket, limits.whole())) {
            var answer = greet(transport, socket, deadline);
            closeQuietly(transport);
            return answer;
        }
    }

    private static Answer greet(ObservedTransport transport, Socket socket, Deadline deadline) {
        try {
            transport.connect(socket);
            return new Answer(true, SmtpAnswers.line(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return new Answer(
                    false, SmtpAnswers.of(e, transport, deadline.passed()).words());
        }
    }

    @Override
    public Delivery deliver(Connection connection, Envelope<Email> mail) {
        var known = servers.of(connection);
        MimeMessage message;
        InternetAddress to;
        boolean international;
        try {
            to = MailAddress.of(mail.to(), null);
            var from = MailAddress.of(mail.from().address(), null);
            international = MailAddress.international(to) || MailAddress.international(from);
            message = MimeMail.of(mail, to, known.session(international));
        } catch (MessagingException | IllegalArgumentException e) {
            return new Delivery.Refused(SmtpAnswers.line(e.getMessage()));
        }
        return exchange(known, message, new Address[] {to}, international);
    }

    private Delivery exchange(
            SmtpConnections connections, MimeMessage message, Address[] recipients, boolean international) {
        Socket socket;
        try {
            socket = connections.open();
        } catch (IOException e) {
            return new Delivery.TryLater(notConnected(connections.server(), e), Duration.ofMinutes(1));
        }
        var transport = connections.transport(connections.session(international));
        try (var deadline = new Deadline(socket, limits.whole())) {
            var delivery = attempt(transport, socket, deadline, message, recipients, international);
            closeQuietly(transport);
            return delivery;
        }
    }

    private static String notConnected(SmtpServer server, IOException e) {
        return "No connection to " + server.host() + ":" + server.port() + " (" + SmtpAnswers.line(e.getMessage())
                + ")";
    }

    private static Delivery attempt(
            ObservedTransport transport,
            Socket socket,
            Deadline deadline,
            MimeMessage message,
            Address[] recipients,
            boolean international) {
        try {
            transport.connect(socket);
            if (international && !transport.supportsExtension("SMTPUTF8")) {
                return new Delivery.Refused("The mail server does not take addresses with such letters before the @"
                        + " (it does not know SMTPUTF8)");
            }
            transport.sendMessage(message, recipients);
            return SmtpAnswers.taken(transport.getLastServerResponse());
        } catch (MessagingException e) {
            return SmtpAnswers.of(e, transport, deadline.passed());
        }
    }

    /** What becomes of the mail is decided by now. */
    private static void closeQuietly(ObservedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The connection was not closed in order: {}", e.getMessage());
        }
    }
}
