package io.usher.connectors.smtp;

import io.usher.connectors.channel.Connection;
import io.usher.connectors.smtp.SmtpConnector.Limits;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is made once for each server that was used lately. */
final class KnownServers {

    private static final int MOST = 100;

    private final Limits limits;
    private final Map<SmtpServer, SmtpConnections> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SmtpServer, SmtpConnections> eldest) {
            return size() > MOST;
        }
    };

    KnownServers(Limits limits) {
        this.limits = limits;
    }

    SmtpConnections of(Connection connection) {
        synchronized (known) {
            return known.computeIfAbsent(
                    SmtpSettings.server(connection),
                    server -> new SmtpConnections(server, limits.connect(), limits.read()));
        }
    }
}
