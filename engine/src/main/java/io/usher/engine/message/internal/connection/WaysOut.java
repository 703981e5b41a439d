package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Connectors;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.MessageSender;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one workspace has at a moment: connections and senders, each in the order they were made. */
final class WaysOut {

    private final WorkspaceId workspace;
    private final List<StoredConnection> connections;
    private final List<MessageSender> senders;
    private final EnvironmentConnection environment;
    private final Connectors connectors;

    WaysOut(
            WorkspaceId workspace,
            List<StoredConnection> connections,
            List<MessageSender> senders,
            EnvironmentConnection environment,
            Connectors connectors) {
        this.workspace = workspace;
        this.connections = List.copyOf(connections);
        this.senders = List.copyOf(senders);
        this.environment = environment;
        this.connectors = connectors;
    }

    /** @param named the sender that a message names; without an address only another name for the usual one */
    Route route(Channel channel, @Nullable Address named) {
        var usable = usable(channel);
        var address = named == null || named.address().isEmpty() ? null : named.address();
        var chosen = sender(usable, address);
        var connection = chosen.flatMap(sender -> find(usable, sender.connection()))
                .or(() -> usable.stream().findFirst())
                .orElse(null);
        var usual = chosen.map(sender -> new Address(sender.address(), sender.name()))
                .or(() -> channel == Channel.EMAIL ? environment.from() : Optional.empty());
        return new Route(
                connection,
                from(address, named == null ? null : named.name(), usual.orElse(null)),
                catches(channel, connection));
    }

    /** What has no connection would take the environment's. */
    private boolean catches(Channel channel, @Nullable StoredConnection connection) {
        return connection == null
                ? channel == Channel.EMAIL && environment.catcher()
                : connection.shown().catcher();
    }

    private static @Nullable Address from(@Nullable String address, @Nullable String name, @Nullable Address usual) {
        if (address == null) {
            return usual == null ? null : new Address(usual.address(), name == null ? usual.name() : name);
        }
        if (name == null && usual != null && usual.address().equalsIgnoreCase(address)) {
            return new Address(address, usual.name());
        }
        return new Address(address, name);
    }

    /** Those of the workspace; the environment's where it has none. */
    private List<StoredConnection> usable(Channel channel) {
        var own = connections.stream()
                .filter(each ->
                        each.shown().channel() == channel && each.shown().enabled())
                .filter(each -> connectors.of(each.shown().kind()).isPresent())
                .toList();
        return own.isEmpty() && channel == Channel.EMAIL
                ? environment.stored(workspace).stream().toList()
                : own;
    }

    /** The one of this address, else the first one; only of a connection that can be used. */
    private Optional<MessageSender> sender(List<StoredConnection> usable, @Nullable String address) {
        var able = senders.stream()
                .filter(each -> find(usable, each.connection()).isPresent())
                .toList();
        return address == null
                ? able.stream().findFirst()
                : able.stream()
                        .filter(each -> each.address().equalsIgnoreCase(address))
                        .findFirst();
    }

    private static Optional<StoredConnection> find(List<StoredConnection> connections, String id) {
        return connections.stream().filter(each -> each.shown().id().equals(id)).findFirst();
    }
}
