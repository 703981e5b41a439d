package io.usher.engine.message.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.connectors.channel.Connectors;
import io.usher.connectors.smtp.SmtpConnector;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.Connections.Draft;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionChecksTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final Map<String, String> SETTINGS =
            Map.of("host", "mail.usher.test", "port", "465", "encryption", "tls", "user", "eva");

    private final ConnectionChecks checks = new ConnectionChecks(new Connectors(List.of(new SmtpConnector())));

    @ParameterizedTest
    @CsvSource({"host, evil.usher.test", "port, 25", "encryption, off", "user, adam"})
    void shouldAskForASecretAnewWhenItWouldBeToldToAnother(String setting, String value) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> checks.staying(now(), draft(setting, value), Set.of("password")))
                .satisfies(refused -> assertThat(refused.problem().errors())
                        .extracting(FieldError::field)
                        .containsExactly("secrets.password"));
        assertThatCode(() -> checks.staying(now(), draft(setting, value), Set.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldLetASecretStayWhereItIsToldToTheSame() {
        assertThatCode(() -> checks.staying(now(), draft("port", "465"), Set.of("password")))
                .doesNotThrowAnyException();
    }

    private static Draft draft(String setting, String value) {
        var settings = new HashMap<>(SETTINGS);
        settings.put(setting, value);
        return new Draft(WORKSPACE, "smtp", "Mail", settings, true, false);
    }

    private static MessageConnection now() {
        return new MessageConnection(
                "one",
                WORKSPACE,
                "smtp",
                Channel.EMAIL,
                "Mail",
                SETTINGS,
                Set.of("password"),
                true,
                false,
                null,
                null,
                1);
    }
}
