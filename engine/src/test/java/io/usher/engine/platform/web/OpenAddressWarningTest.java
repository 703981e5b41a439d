package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class OpenAddressWarningTest {

    private final ServerProperties server = new ServerProperties();
    private final OpenAddressWarning warning = new OpenAddressWarning(server);

    @Test
    void shouldWarnOfEveryAddressButLoopback() throws UnknownHostException {
        for (var address : new String[] {"0.0.0.0", "::", "192.168.1.5"}) {
            server.setAddress(InetAddress.getByName(address));
            assertThat(warning.warning().orElseThrow())
                    .contains("without TLS", server.getAddress().getHostAddress());
        }
        for (var address : new String[] {"127.0.0.1", "::1"}) {
            server.setAddress(InetAddress.getByName(address));
            assertThat(warning.warning()).isEmpty();
        }
        server.setAddress(null);
        assertThat(warning.warning().orElseThrow()).contains("every address");
    }

    @Test
    void shouldNotWarnWhenThereIsTls() {
        server.setSsl(new Ssl());
        assertThat(warning.warning()).isEmpty();
    }
}
