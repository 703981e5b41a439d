package io.usher.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.OutgoingMail;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
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
        var connector = connector("smtp://127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=off");

        var delivery = connector.deliver(new OutgoingMail(
                "m1",
                Instant.parse("2026-05-01T10:00:00Z"),
                new OutgoingMail.Address("shop@usher.test", "Bj\u00f6rn \"Shop\""),
                "eva@b\u00fccher.test",
                "Gr\u00fc\u00dfe \u20ac",
                "<p>Hej <b>\u00c5sa</b></p>",
                null,
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
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Hej <b>\u00c5sa</b></p>");
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
            var delivery = connector(server.url(), patience).deliver(mail("eva@usher.test"));

            assertThat(delivery.getClass().getSimpleName()).isEqualTo(expected);
            if (answer.matches("\\d.*") && !command.equals("GREETING")) {
                assertThat(delivery.words()).contains(answer);
            }
        }
    }

    @Test
    void shouldCutAServerThatTakesTooLongInAll() throws IOException {
        try (var server = new FakeSmtpServer("CONTENT", FakeSmtpServer.SILENCE)) {
            var patient = new SmtpConnector(
                    SmtpServer.parse(server.url()),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMillis(500));

            assertThat(patient.deliver(mail("eva@usher.test")).words()).contains("took too long");
        }
    }

    @Test
    void shouldTryLaterWhenNobodyListens() throws IOException {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }

        var delivery = connector("smtp://127.0.0.1:" + port).deliver(mail("eva@usher.test"));

        assertThat(delivery).isInstanceOf(Delivery.TryLater.class);
        assertThat(delivery.words()).startsWith("No connection to 127.0.0.1:" + port);
    }

    @Test
    void shouldNotSendAPasswordOverAPlainConnection() throws IOException {
        try (var server = new FakeSmtpServer()) {
            var url = server.url().replace("smtp://", "smtp://eva:secret@").replace("?starttls=off", "");

            assertThat(connector(url).deliver(mail("eva@usher.test"))).isInstanceOf(Delivery.TryLater.class);
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
            assertThat(connector(server.url()).deliver(mail(to))).isInstanceOf(Delivery.Refused.class);
        }
    }

    @Test
    void shouldSendToAnInternationalAddressByAServerThatKnowsThem() throws IOException {
        try (var server = new FakeSmtpServer("EHLO", "250-fake\r\n250 SMTPUTF8")) {
            assertThat(connector(server.url()).deliver(mail("\u00e9va@b\u00fccher.test")))
                    .isInstanceOf(Delivery.HandedOver.class);
            assertThat(server.heard)
                    .contains("RCPT TO:<\u00e9va@xn--bcher-kva.test>")
                    .anyMatch(line -> line.startsWith("MAIL FROM:") && line.endsWith(" SMTPUTF8"));
        }
    }

    @Test
    void shouldSayThatAServerDoesNotTakeAnInternationalAddress() throws IOException {
        try (var server = new FakeSmtpServer()) {
            var delivery = connector(server.url()).deliver(mail("\u00e9va@usher.test"));

            assertThat(delivery).isInstanceOf(Delivery.Refused.class);
            assertThat(delivery.words()).contains("SMTPUTF8");
            assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void shouldRefuseLineBreaksInHeaders() {
        assertThatIllegalArgumentException().isThrownBy(() -> mail("a@usher.test\r\nBcc: b@usher.test"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingMail.Address("a@usher.test", "A\nB"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingMail(
                        "m",
                        Instant.EPOCH,
                        new OutgoingMail.Address("a@usher.test", null),
                        "b@usher.test",
                        "s",
                        "h",
                        "t",
                        Map.of("Bcc", "c@usher.test")));
    }

    private static SmtpConnector connector(String url) {
        return connector(url, PATIENT);
    }

    private static SmtpConnector connector(String url, Duration answer) {
        return new SmtpConnector(SmtpServer.parse(url), Duration.ofSeconds(5), answer, Duration.ofSeconds(60));
    }

    private static OutgoingMail mail(String to) {
        return new OutgoingMail(
                "m1",
                Instant.EPOCH,
                new OutgoingMail.Address("shop@usher.test", null),
                to,
                "Hello",
                "<p>Hi</p>",
                "Hi",
                Map.of());
    }
}
