package io.usher.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connector;
import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.Email;
import io.usher.connectors.channel.Envelope;
import io.usher.connectors.smtp.SmtpConnector.Limits;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpConnectorTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);

    @RegisterExtension
    static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Test
    void shouldDeliverTextAndHtmlInUtf8() throws Exception {
        var content = new Email(
                null,
                "answers@usher.test",
                "Gr\u00fc\u00dfe \u20ac",
                "Soon <3",
                "<p>Hej <b>\u00c5sa</b></p>",
                "Hej \u00c5sa");

        var delivery = deliver(
                "smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off",
                new Envelope<>(
                        "m1",
                        Instant.parse("2026-05-01T10:00:00Z"),
                        new Address("shop@usher.test", "Bj\u00f6rn \"Shop\""),
                        "eva@b\u00fccher.test",
                        content,
                        Map.of("List-Unsubscribe", "<https://usher.test/u>")));

        assertThat(delivery).isInstanceOf(Delivery.HandedOver.class);
        var received = MAIL.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Gr\u00fc\u00dfe \u20ac");
        assertThat(received.getFrom()[0].toString()).contains("shop@usher.test");
        assertThat(received.getAllRecipients()[0].toString()).isEqualTo("eva@xn--bcher-kva.test");
        assertThat(received.getMessageID()).isEqualTo("<m1@usher.test>");
        assertThat(received.getHeader("List-Unsubscribe")).containsExactly("<https://usher.test/u>");
        var parts = (MimeMultipart) received.getContent();
        assertThat(parts.getContentType()).contains("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Hej \u00c5sa");
        assertThat(received.getReplyTo()[0].toString()).isEqualTo("answers@usher.test");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .startsWith("<div style=\"display:none")
                .contains("Soon &lt;3</div><p>Hej <b>\u00c5sa</b></p>");
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy,          TryLater",
        "MAIL,     451 later,         TryLater",
        "MAIL,     550 no,            Refused",
        "RCPT,     450 greylisted,    TryLater",
        "RCPT,     550 no such user,  Refused",
        "DATA,     452 full,          TryLater",
        "DATA,     554 no,            Refused",
        "CONTENT,  451 try again,     TryLater",
        "CONTENT,  554 spam,          Refused",
        "GREETING, hang up,           TryLater",
        "EHLO,     hang up,           TryLater",
        "MAIL,     hang up,           TryLater",
        "RCPT,     hang up,           TryLater",
        "DATA,     hang up,           TryLater",
        "CONTENT,  hang up,           Unknown",
        "RCPT,     silence,           TryLater",
        "CONTENT,  silence,           Unknown",
        "QUIT,     hang up,           HandedOver"
    })
    void shouldTellWhatAnAnswerOrItsAbsenceMeans(String command, String answer, String expected) throws IOException {
        try (var server = new FakeSmtpServer(command, answer)) {
            var patience = answer.equals(FakeSmtpServer.SILENCE) ? Duration.ofSeconds(2) : PATIENT;
            var delivery = deliver(server.url(), patience, mail("eva@usher.test"));

            assertThat(delivery.getClass().getSimpleName()).isEqualTo(expected);
            if (answer.matches("\\d.*") && !command.equals("GREETING")) {
                assertThat(delivery.words()).contains(answer);
            }
        }
    }

    @Test
    void shouldCutAServerThatTakesTooLongInAll() throws IOException {
        try (var server = new FakeSmtpServer("CONTENT", FakeSmtpServer.SILENCE)) {
            var patient =
                    new SmtpConnector(new Limits(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMillis(500)));

            assertThat(patient.deliver(connection(server.url()), mail("eva@usher.test"))
                            .words())
                    .contains("took too long");
        }
    }

    @Test
    void shouldTryLaterWhenNobodyListens() throws IOException {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }

        var delivery = deliver("smtp://127.0.0.1:" + port, mail("eva@usher.test"));

        assertThat(delivery).isInstanceOf(Delivery.TryLater.class);
        assertThat(delivery.words()).startsWith("No connection to 127.0.0.1:" + port);
    }

    @Test
    void shouldNotSendAPasswordOverAPlainConnection() throws IOException {
        try (var server = new FakeSmtpServer()) {
            var url = server.url().replace("smtp://", "smtp://eva:secret@").replace("?starttls=off", "");

            assertThat(deliver(url, mail("eva@usher.test"))).isInstanceOf(Delivery.TryLater.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "@usher.test",
                "a b@usher.test",
                "eva@usher.test, b@usher.test",
                "x:a@usher.test;",
                "x:a@b;",
                "eva@stra\u00dfe.test"
            })
    void shouldRefuseWhatIsNoAddress(String to) throws IOException {
        try (var server = new FakeSmtpServer()) {
            assertThat(deliver(server.url(), mail(to))).isInstanceOf(Delivery.Refused.class);
        }
    }

    @Test
    void shouldSendToAnInternationalAddressByAServerThatKnowsThem() throws IOException {
        try (var server = new FakeSmtpServer("EHLO", "250-fake\r\n250 SMTPUTF8")) {
            assertThat(deliver(server.url(), mail("\u00e9va@b\u00fccher.test")))
                    .isInstanceOf(Delivery.HandedOver.class);
            assertThat(server.heard)
                    .contains("RCPT TO:<\u00e9va@xn--bcher-kva.test>")
                    .anyMatch(line -> line.startsWith("MAIL FROM:") && line.endsWith(" SMTPUTF8"));
        }
    }

    @Test
    void shouldSayThatAServerDoesNotTakeAnInternationalAddress() throws IOException {
        try (var server = new FakeSmtpServer()) {
            var delivery = deliver(server.url(), mail("\u00e9va@usher.test"));

            assertThat(delivery).isInstanceOf(Delivery.Refused.class);
            assertThat(delivery.words()).contains("SMTPUTF8");
            assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',         25,    '',         'host'",
        "mail.test,  70000, '',         'port'",
        "mail.test,  '',    sometimes,  'encryption'",
        "'a b',      x,     TLS!,       'host port encryption'",
        "mail.test,  587,   starttls,   ''"
    })
    void shouldNameWhatIsWrongWithAConnection(String host, String port, String encryption, String fields) {
        var settings = new HashMap<String, String>();
        Map.of("host", host, "port", port, "encryption", encryption).forEach((name, value) -> {
            if (!value.isEmpty()) {
                settings.put(name, value);
            }
        });

        assertThat(new SmtpConnector().check(new Connection(settings, Map.of())))
                .extracting(Connector.Flaw::field)
                .containsExactly(fields.isEmpty() ? new String[0] : fields.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://mail.test",
                "smtp://eva:s%40x@mail.test:2525?starttls=off",
                "smtps://eva:secret@mail.test",
                "smtp://mail.test?starttls=required"
            })
    void shouldSayTheSameInAConnectionAsInAUrl(String url) {
        assertThat(SmtpSettings.server(connection(url))).isEqualTo(SmtpServer.parse(url));
    }

    private static Connection connection(String url) {
        return SmtpServer.parse(url).connection();
    }

    private static Delivery deliver(String url, Envelope<Email> mail) {
        return deliver(url, PATIENT, mail);
    }

    private static Delivery deliver(String url, Duration answer, Envelope<Email> mail) {
        return new SmtpConnector(new Limits(Duration.ofSeconds(5), answer, Duration.ofSeconds(60)))
                .deliver(connection(url), mail);
    }

    private static Envelope<Email> mail(String to) {
        return new Envelope<>(
                "m1",
                Instant.EPOCH,
                new Address("shop@usher.test", null),
                to,
                Email.of(null, "Hello", "<p>Hi</p>", "Hi"),
                Map.of());
    }
}
