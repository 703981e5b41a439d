package io.usher.engine.message.internal.connection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connectors;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which way messages take, by what was known within the last ten seconds: nearly every message asks. */
@Component
public class Routes {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final ConnectionStore store;
    private final EnvironmentConnection environment;
    private final Connectors connectors;
    private final ConnectionSecrets secrets;
    private final Cache<WorkspaceId, WaysOut> cache =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    public Routes(
            ConnectionStore store,
            EnvironmentConnection environment,
            Connectors connectors,
            ConnectionSecrets secrets) {
        this.store = store;
        this.environment = environment;
        this.connectors = connectors;
        this.secrets = secrets;
    }

    /** The way of a message on this channel that names this sender, or none. */
    public Mono<Route> route(WorkspaceId workspace, Channel channel, @Nullable Address named) {
        return waysOut(workspace).map(ways -> ways.route(channel, named));
    }

    /** Exactly this connection, with its secrets; empty when one of them cannot be read with the keys that are given. */
    public Optional<Connection> opened(StoredConnection connection) {
        return connection.shown().id().equals(MessageConnection.ENVIRONMENT)
                ? environment.connection()
                : secrets.opened(connection);
    }

    void forget(WorkspaceId workspace) {
        cache.invalidate(workspace);
    }

    private Mono<WaysOut> waysOut(WorkspaceId workspace) {
        return Mono.defer(() -> Optional.ofNullable(cache.getIfPresent(workspace))
                .map(Mono::just)
                .orElseGet(() -> read(workspace)));
    }

    private Mono<WaysOut> read(WorkspaceId workspace) {
        return store.connections(workspace)
                .zipWith(
                        store.senders(workspace),
                        (connections, senders) -> new WaysOut(workspace, connections, senders, environment, connectors))
                .doOnNext(ways -> cache.put(workspace, ways));
    }
}
