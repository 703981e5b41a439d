package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Connectors;
import io.usher.engine.message.MessageProperties;
import io.usher.engine.platform.secret.SecretKeys;
import io.usher.engine.platform.secret.SecretProperties;

/** The ways of workspaces that have only what the environment gives. */
public final class TestRoutes {

    private TestRoutes() {}

    public static Routes of(MessageProperties properties, Connectors connectors) {
        return new Routes(
                new FakeConnectionStore(),
                new EnvironmentConnection(properties),
                connectors,
                new ConnectionSecrets(new SecretKeys(new SecretProperties(null))));
    }
}
