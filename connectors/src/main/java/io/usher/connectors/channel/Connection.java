package io.usher.connectors.channel;

import java.util.Map;

/** A way out as a connector sees it: its settings and secrets by the names that the connector knows. It never shows its secrets. */
public record Connection(Map<String, String> settings, Map<String, String> secrets) {

    public Connection {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "Connection[settings=" + settings + ", secrets=" + secrets.keySet() + "]";
    }
}
