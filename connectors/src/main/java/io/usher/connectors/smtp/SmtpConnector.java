package io.usher.connectors.smtp;

import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.MailConnector;
import io.usher.connectors.channel.OutgoingMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers over SMTP, one connection a mail. */
public final class SmtpConnector implements MailConnector {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnector.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final Duration WHOLE = Duration.ofSeconds(90);

    private final SmtpServer server;
    private final SmtpConnections connections;
    private final Duration whole;

    public SmtpConnector(SmtpServer server) {
        this(server, CONNECT, READ, WHOLE);
    }

    /** With time limits of connecting, of each answer and of the whole attempt. */
    SmtpConnector(SmtpServer server, Duration connect, Duration read, Duration whole) {
        this.server = server;
        this.connections = new SmtpConnections(server, connect, read);
        this.whole = whole;
    }

    @Override
    public Duration longest() {
        return whole.plus(CONNECT);
    }

    @Override
    public Delivery deliver(OutgoingMail mail) {
        MimeMessage message;
        InternetAddress to;
        Session session;
        try {
            to = MailAddress.of(mail.to(), null);
            var from = MailAddress.of(mail.from().address(), null);
            session = connections.session(MailAddress.international(to) || MailAddress.international(from));
            message = MimeMail.of(mail, to, session);
        } catch (MessagingException | IllegalArgumentException e) {
            return new Delivery.Refused(SmtpAnswers.line(e.getMessage()));
        }
        return exchange(message, session, new Address[] {to});
    }

    private Delivery exchange(MimeMessage message, Session session, Address[] recipients) {
        Socket socket;
        try {
            socket = connections.open();
        } catch (IOException e) {
            return new Delivery.TryLater(
                    "No connection to " + server.host() + ":" + server.port() + " (" + SmtpAnswers.line(e.getMessage())
                            + ")",
                    Duration.ofMinutes(1));
        }
        boolean international = session.equals(connections.session(true));
        var transport = connections.transport(session);
        try (var deadline = new Deadline(socket, whole)) {
            var delivery = attempt(transport, socket, deadline, message, recipients, international);
            closeQuietly(transport);
            return delivery;
        }
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
