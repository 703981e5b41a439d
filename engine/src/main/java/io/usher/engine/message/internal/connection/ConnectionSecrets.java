package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Connection;
import io.usher.engine.platform.secret.SealedSecret;
import io.usher.engine.platform.secret.SecretKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals and opens the secrets of connections; each for its connection and name alone. */
@Component
public class ConnectionSecrets {

    private final SecretKeys keys;

    public ConnectionSecrets(SecretKeys keys) {
        this.keys = keys;
    }

    /** The secrets of before with these changes; null takes one away. */
    Map<String, SealedSecret> changed(
            String connection, Map<String, SealedSecret> before, Map<String, @Nullable String> changes) {
        var sealed = new HashMap<>(before);
        changes.forEach((name, secret) -> {
            if (secret == null) {
                sealed.remove(name);
            } else {
                sealed.put(name, keys.seal(secret, place(connection, name)));
            }
        });
        return sealed;
    }

    /** Empty when one of them cannot be read. */
    Optional<Connection> opened(StoredConnection connection) {
        var secrets = new HashMap<String, String>();
        for (var each : connection.sealed().entrySet()) {
            var secret = keys.open(each.getValue(), place(connection.shown().id(), each.getKey()));
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            secrets.put(each.getKey(), secret.get());
        }
        return Optional.of(new Connection(connection.shown().settings(), secrets));
    }

    private static String place(String connection, String name) {
        return "connections/" + connection + "/" + name;
    }
}
