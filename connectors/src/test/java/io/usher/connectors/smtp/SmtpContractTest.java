package io.usher.connectors.smtp;

import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connector;
import io.usher.connectors.channel.ConnectorContract;
import io.usher.connectors.channel.Email;
import io.usher.connectors.smtp.SmtpConnector.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The contract of connectors, kept by SMTP. */
class SmtpContractTest extends ConnectorContract<Email> {

    private static final String LOGIN = "250-fake\r\n250 AUTH PLAIN";

    private final SmtpConnector connector =
            new SmtpConnector(new Limits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(20)));

    @Override
    protected Connector<Email> connector() {
        return connector;
    }

    @Override
    protected Server server(Behaviour behaviour) throws IOException {
        return switch (behaviour) {
            case TAKES -> fake();
            case TAKES_AND_REPEATS_ITS_ANSWER -> fake("CONTENT", "250 2.0.0 queued as A1\r\n250 2.0.0 queued as A1");
            case THROTTLES -> fake("MAIL", "421 4.7.0 too many messages, slow down");
            case HAS_A_FULL_QUOTA -> fake("RCPT", "452 4.2.2 mailbox full");
            case REFUSES_THE_CREDENTIALS -> fake("AUTH", "535 5.7.8 bad credentials");
            case REFUSES_THE_ADDRESS -> fake("RCPT", "550 5.1.1 no such user");
            case REFUSES_THE_CONTENT -> fake("CONTENT", "554 5.7.1 spam");
            case IS_SILENT_BEFORE_THE_CONTENT -> fake("RCPT", FakeSmtpServer.SILENCE);
            case HANGS_UP_BEFORE_THE_CONTENT -> fake("DATA", FakeSmtpServer.HANG_UP);
            case HANGS_UP_BEFORE_ITS_ANSWER -> fake("CONTENT", FakeSmtpServer.HANG_UP);
            case IS_SILENT_BEFORE_ITS_ANSWER -> fake("CONTENT", FakeSmtpServer.SILENCE);
        };
    }

    private static Server fake(String... commandsAndAnswers) throws IOException {
        return new Fake(new FakeSmtpServer(commandsAndAnswers));
    }

    @Override
    protected Email content(String line) {
        return Email.of(null, line, "<p>" + line + "</p>", null);
    }

    @Override
    protected String address() {
        return "eva@usher.test";
    }

    @Override
    protected Address sender() {
        return new Address("shop@usher.test", "Shop");
    }

    private record Fake(FakeSmtpServer server) implements Server {

        Fake {
            server.answer("EHLO", LOGIN);
        }

        @Override
        public Connection connection(String secret) {
            var settings = Map.of(
                    "host", "127.0.0.1", "port", String.valueOf(server.port()), "encryption", "off", "user", "eva");
            return new Connection(settings, Map.of("password", secret));
        }

        @Override
        public List<String> got() {
            return server.messageIds;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
