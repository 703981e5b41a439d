package io.usher.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.usher.connectors.smtp.SmtpServer.Encryption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://mail,                              mail, 25,   OPTIONAL",
        "smtp://u:p@mail,                          mail, 25,   STARTTLS",
        "smtp://u:p@mail:2525?starttls=off,        mail, 2525, OFF",
        "smtp://mail:587?starttls=required,        mail, 587,  STARTTLS",
        "smtps://u:p@mail,                         mail, 465,  TLS",
        "smtp://[::1]:25,                          ::1,  25,   OPTIONAL"
    })
    void shouldReadUrls(String url, String host, int port, Encryption encryption) {
        var server = SmtpServer.parse(url);

        assertThat(server.host()).isEqualTo(host);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.encryption()).isEqualTo(encryption);
    }

    @Test
    void shouldDecodeTheLoginAndNeverShowThePassword() {
        var server = SmtpServer.parse("smtp://eva%40usher.test:a%3Ab+c@mail");

        assertThat(server.login()).isEqualTo(new SmtpServer.Login("eva@usher.test", "a:b+c"));
        assertThat(server.toString()).doesNotContain("a:b+c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail:25", "http://mail", "smtp://", "smtp://mail?starttls=maybe", "smtp://u:se cret@mail"})
    void shouldSayWhatIsWrongWithoutThePassword(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmtpServer.parse(url))
                .withMessageStartingWith("The mail server")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("cret"));
    }
}
