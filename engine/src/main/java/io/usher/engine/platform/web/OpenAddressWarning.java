package io.usher.engine.platform.web;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at each start that passwords, keys and contacts can be read on the way, when the engine listens beyond this machine without TLS. */
@Component
class OpenAddressWarning {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAddressWarning.class);

    private final ServerProperties server;

    OpenAddressWarning(ServerProperties server) {
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        warning().ifPresent(LOG::warn);
    }

    /** No address is every address. */
    Optional<String> warning() {
        var address = server.getAddress();
        if (Ssl.isEnabled(server.getSsl()) || address != null && address.isLoopbackAddress()) {
            return Optional.empty();
        }
        return Optional.of("The engine listens on " + (address == null ? "every address" : address.getHostAddress())
                + " without TLS: who can listen on the way reads passwords, API keys and contacts."
                + " Put a proxy with TLS before it, or give it a certificate (docs/operations.md, TLS)");
    }
}
