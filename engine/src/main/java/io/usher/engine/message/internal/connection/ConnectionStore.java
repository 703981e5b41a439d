package io.usher.engine.message.internal.connection;

import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.MessageConnection.Answered;
import io.usher.engine.message.MessageSender;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** Stored connections and senders. Each change asks for the revision before. */
public interface ConnectionStore {

    /** In the order they were made. */
    Mono<List<StoredConnection>> connections(WorkspaceId workspace);

    Mono<Void> insert(StoredConnection connection, AuditEntry audit);

    Mono<Boolean> replace(StoredConnection next, AuditEntry audit);

    Mono<Boolean> delete(MessageConnection connection, AuditEntry audit);

    /** Notes what the other side answered; no change that anybody made. */
    Mono<Void> answered(String connection, Answered answer);

    /** In the order they were made. */
    Mono<List<MessageSender>> senders(WorkspaceId workspace);

    Mono<Void> insert(MessageSender sender, AuditEntry audit);

    Mono<Boolean> replace(MessageSender next, AuditEntry audit);

    Mono<Boolean> delete(MessageSender sender, AuditEntry audit);
}
