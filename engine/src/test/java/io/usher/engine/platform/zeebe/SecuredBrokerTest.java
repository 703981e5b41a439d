package io.usher.engine.platform.zeebe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.testing.GrpcGate;
import io.usher.engine.testing.TestAuthority;
import io.usher.engine.testing.TokenServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The client as the settings make it, against a gateway with TLS and an authorization server. */
@ExtendWith(OutputCaptureExtension.class)
class SecuredBrokerTest {

    private static final BrokerProperties OPEN = new BrokerProperties("", "", "", "", "", "");

    @TempDir
    static Path folder;

    private static TestAuthority authority;

    @BeforeAll
    static void makeAuthority() {
        authority = new TestAuthority(folder);
    }

    @Test
    void shouldSpeakTlsToAGatewayWhoseAuthorityIsNamed() {
        try (var gate = GrpcGate.answeringWithTls(Status.NOT_FOUND, authority)) {
            for (var scheme : List.of("grpcs", "https")) {
                try (var client = client(scheme + "://" + gate.address(), trusting())) {
                    assertThatCode(() -> cancel(client)).doesNotThrowAnyException();
                }
            }
            assertThat(gate.asked("CancelProcessInstance")).isEqualTo(2);
        }
    }

    @Test
    void shouldNotBelieveAGatewayWhoseAuthorityIsUnknown() {
        try (var gate = GrpcGate.answeringWithTls(Status.NOT_FOUND, authority);
                var client = client("grpcs://" + gate.address(), OPEN)) {
            assertThatThrownBy(() -> cancel(client)).isInstanceOf(UnavailableException.class);
            assertThat(gate.asked("CancelProcessInstance")).isZero();
        }
    }

    @Test
    void shouldShowATokenThatItAskedForByItsCredentials(CapturedOutput output) {
        try (var tokens = new TokenServer();
                var gate = GrpcGate.answeringWithTls(Status.NOT_FOUND, authority);
                var client = client("grpcs://" + gate.address(), credentials(tokens))) {
            cancel(client);
            cancel(client);
            assertThat(gate.authorizations()).containsExactly("Bearer token-1", "Bearer token-1");
            assertThat(tokens.asked())
                    .singleElement()
                    .asString()
                    .contains("client_id=engine", "client_secret=secret-1", "audience=zeebe", "scope=all");
        }
        assertThat(output.getAll()).doesNotContain("secret-1", "token-1");
    }

    @Test
    void shouldAskForANewTokenWhenTheGatewayTakesTheOldOneNoMore() {
        try (var tokens = new TokenServer();
                var gate = GrpcGate.answeringWithTls(Status.UNAUTHENTICATED, authority);
                var client = client("grpcs://" + gate.address(), credentials(tokens))) {
            assertThatThrownBy(() -> cancel(client))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("refuses Usher's credentials");
            assertThat(gate.authorizations()).startsWith("Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void shouldBeAwayWhileTheAuthorizationServerRefuses(CapturedOutput output) {
        try (var tokens = new TokenServer();
                var gate = GrpcGate.answeringWithTls(Status.NOT_FOUND, authority);
                var client = client("grpcs://" + gate.address(), credentials(tokens))) {
            tokens.refuse();
            assertThatThrownBy(() -> cancel(client)).isInstanceOf(UnavailableException.class);
            assertThat(gate.authorizations()).isEmpty();
        }
        assertThat(output.getAll()).doesNotContain("secret-1");
    }

    private static void cancel(CamundaClient client) {
        Async.await(BrokerAnswers.once(() -> client.newCancelInstanceCommand(1).send()));
    }

    private static CamundaClient client(String address, BrokerProperties broker) {
        return ZeebeConfiguration.builder(BrokerSettingsTest.platform(address), broker)
                .build();
    }

    private static BrokerProperties trusting() {
        return new BrokerProperties(authority.certificate().toString(), "", "", "", "", "");
    }

    private static BrokerProperties credentials(TokenServer tokens) {
        return new BrokerProperties(
                authority.certificate().toString(), "engine", "secret-1", tokens.url(), "zeebe", "all");
    }
}
