package io.usher.engine.message.internal.connection;

import io.usher.engine.message.MessageConnection;
import io.usher.engine.platform.secret.SealedSecret;
import java.util.Map;

/** A connection with its secrets as they are stored, by name. */
public record StoredConnection(MessageConnection shown, Map<String, SealedSecret> sealed) {

    public StoredConnection {
        sealed = Map.copyOf(sealed);
    }
}
