package io.usher.engine.platform.zeebe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.usher.engine.EngineApplication;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.start.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong setting keeps the engine from starting and is named as it is set. */
class BrokerSettingsTest {

    private static final BrokerProperties NONE = new BrokerProperties(null, null, null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:26510,             http://127.0.0.1:26510,     false",
        "zeebe:26500,                 http://zeebe:26500,         false",
        "[::1]:26500,                 http://[::1]:26500,         false",
        "grpc://zeebe:26500,          http://zeebe:26500,         false",
        "http://zeebe:26500/,         http://zeebe:26500,         false",
        "grpcs://zeebe.example:443,   https://zeebe.example:443,  true",
        "HTTPS://zeebe.example:26500, https://zeebe.example:26500, true"
    })
    void shouldTakeHostAndPortOrAnAddressWithAScheme(String setting, String uri, boolean encrypted) {
        var address = BrokerAddress.of(setting);
        assertThat(address.uri()).hasToString(uri);
        assertThat(address.encrypted()).isEqualTo(encrypted);
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          is empty",
        "zeebe,                       names no port",
        "grpcs://zeebe,               names no port",
        "grpcs://zeebe:99999,         names no port",
        ":26500,                      names no host",
        "tcp://zeebe:26500,           has the scheme 'tcp'",
        "grpcs://u:secret-1@zeebe:443, must hold no user or password",
        "u:secret-1@zeebe:443,        must hold no user or password",
        "grpcs://secret-1 zeebe:443,  cannot be read as an address",
        "grpcs://zeebe:443/path,      must end with its port"
    })
    void shouldSayWhatIsWrongWithTheAddress(String setting, String problem) {
        assertThatThrownBy(() -> BrokerAddress.of(setting))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith("ZEEBE_ADDRESS ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining("secret-1");
    }

    @Test
    void shouldSayWhatIsWrongWithTheAuthority(@TempDir Path folder) throws IOException {
        var noCertificate = Files.writeString(folder.resolve("ca.pem"), "nothing\n");
        assertThat(wrongAuthority("grpcs://zeebe:443", folder.resolve("missing").toString()))
                .contains("ZEEBE_CA_CERTIFICATE names", "no file that can be read");
        assertThat(wrongAuthority("grpcs://zeebe:443", folder.toString())).contains("no file that can be read");
        assertThat(wrongAuthority("grpcs://zeebe:443", noCertificate.toString()))
                .contains("no certificates as PEM");
        assertThat(wrongAuthority("zeebe:26500", noCertificate.toString()))
                .isEqualTo("ZEEBE_CA_CERTIFICATE is set, but ZEEBE_ADDRESS is spoken to in the clear: write it as"
                        + " grpcs://host:port");
    }

    @ParameterizedTest
    @CsvSource({
        ",   secret-1, https://login.example/token, zeebe, ZEEBE_CLIENT_ID is not set",
        "id, ,         https://login.example/token, zeebe, ZEEBE_CLIENT_SECRET is not set",
        "id, secret-1, ,                            zeebe, ZEEBE_AUTHORIZATION_SERVER_URL is not set",
        "id, secret-1, https://login.example/token, '',    ZEEBE_TOKEN_AUDIENCE is not set",
        "id, secret-1, login.example,               zeebe, ZEEBE_AUTHORIZATION_SERVER_URL must be an address",
        "id, secret-1, ftp://login.example,         zeebe, ZEEBE_AUTHORIZATION_SERVER_URL must be an address",
        "id, secret-1, https://a:secret-1@login,    zeebe, ZEEBE_AUTHORIZATION_SERVER_URL must hold no user",
        "id, secret-1, https://secret-1 login,      zeebe, ZEEBE_AUTHORIZATION_SERVER_URL cannot be read"
    })
    void shouldSayWhatIsWrongWithTheCredentials(
            @Nullable String id,
            @Nullable String secret,
            @Nullable String server,
            @Nullable String audience,
            String problem) {
        var properties = new BrokerProperties(null, id, secret, server, audience, null);
        assertThatThrownBy(() -> BrokerCredentials.of(properties))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageStartingWith(problem)
                .hasMessageNotContaining("secret-1");
        assertThat(new BrokerProperties("", id, "secret-2", "", "", "").toString())
                .doesNotContain("secret-2");
    }

    @Test
    void shouldAskForNoCredentialsWhenNoneAreSet() {
        assertThat(BrokerCredentials.of(NONE)).isNull();
        assertThat(BrokerCredentials.of(new BrokerProperties("", "", "", "", "", "")))
                .isNull();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void shouldNotStartAndSayWhy(CapturedOutput output) {
        var engine = new SpringApplicationBuilder(EngineApplication.class);
        assertThatThrownBy(() -> engine.run("--usher.platform.zeebe-address=tcp://zeebe:26500", "--server.port=0"))
                .hasRootCauseInstanceOf(WrongSettingException.class);
        assertThat(output.getAll())
                .contains("A setting is wrong: ZEEBE_ADDRESS has the scheme 'tcp'", "docs/operations.md");
    }

    private static String wrongAuthority(String address, String certificate) {
        var platform = platform(address);
        var broker = new BrokerProperties(certificate, null, null, null, null, null);
        return String.valueOf(
                catchThrowableOfType(WrongSettingException.class, () -> ZeebeConfiguration.builder(platform, broker))
                        .getMessage());
    }

    static PlatformProperties platform(String address) {
        return new PlatformProperties("", address, null, false, null, Duration.ofSeconds(10), false);
    }
}
