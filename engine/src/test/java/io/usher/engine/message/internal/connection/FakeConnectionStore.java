package io.usher.engine.message.internal.connection;

import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.MessageConnection.Answered;
import io.usher.engine.message.MessageSender;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Connections and senders in memory, of one workspace. */
final class FakeConnectionStore implements ConnectionStore {

    final List<StoredConnection> connections = new ArrayList<>();
    final List<MessageSender> senders = new ArrayList<>();

    @Override
    public Mono<List<StoredConnection>> connections(WorkspaceId workspace) {
        return Mono.fromSupplier(() -> List.copyOf(connections));
    }

    @Override
    public Mono<Void> insert(StoredConnection connection, AuditEntry audit) {
        return Mono.fromRunnable(() -> connections.add(connection));
    }

    @Override
    public Mono<Boolean> replace(StoredConnection next, AuditEntry audit) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Boolean> delete(MessageConnection connection, AuditEntry audit) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Void> answered(String connection, Answered answer) {
        return Mono.empty();
    }

    @Override
    public Mono<List<MessageSender>> senders(WorkspaceId workspace) {
        return Mono.fromSupplier(() -> List.copyOf(senders));
    }

    @Override
    public Mono<Void> insert(MessageSender sender, AuditEntry audit) {
        return Mono.fromRunnable(() -> senders.add(sender));
    }

    @Override
    public Mono<Boolean> replace(MessageSender next, AuditEntry audit) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Boolean> delete(MessageSender sender, AuditEntry audit) {
        return Mono.error(new UnsupportedOperationException());
    }
}
