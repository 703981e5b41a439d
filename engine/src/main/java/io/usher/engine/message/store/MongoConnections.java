package io.usher.engine.message.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.MessageConnection.Answered;
import io.usher.engine.message.MessageSender;
import io.usher.engine.message.internal.connection.ConnectionStore;
import io.usher.engine.message.internal.connection.StoredConnection;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code connections} and {@code senders}, as {@link ConnectionDocuments} says. */
@Component
class MongoConnections implements ConnectionStore {

    private final MongoCollection<Document> connections;
    private final MongoCollection<Document> senders;
    private final AuditTrail trail;

    MongoConnections(Mongo mongo, AuditTrail trail) {
        this.connections = mongo.collection(MessageCollections.CONNECTIONS);
        this.senders = mongo.collection(MessageCollections.SENDERS);
        this.trail = trail;
    }

    @Override
    public Mono<List<StoredConnection>> connections(WorkspaceId workspace) {
        return all(connections, workspace).map(ConnectionDocuments::connection).collectList();
    }

    @Override
    public Mono<Void> insert(StoredConnection connection, AuditEntry audit) {
        return insert(connections, connection.shown().id(), ConnectionDocuments.fields(connection), audit);
    }

    @Override
    public Mono<Boolean> replace(StoredConnection next, AuditEntry audit) {
        var shown = next.shown();
        var before = before(shown.workspace(), shown.id(), shown.revision() - 1);
        return replace(connections, before, ConnectionDocuments.fields(next), audit);
    }

    @Override
    public Mono<Boolean> delete(MessageConnection connection, AuditEntry audit) {
        var filter = before(connection.workspace(), connection.id(), connection.revision());
        return trail.delete(MessageCollections.CONNECTIONS, filter, audit);
    }

    @Override
    public Mono<Void> answered(String connection, Answered answer) {
        return Mono.from(connections.updateOne(
                        eq("_id", connection), Updates.set("answered", ConnectionDocuments.answered(answer))))
                .then();
    }

    @Override
    public Mono<List<MessageSender>> senders(WorkspaceId workspace) {
        return all(senders, workspace).map(ConnectionDocuments::sender).collectList();
    }

    @Override
    public Mono<Void> insert(MessageSender sender, AuditEntry audit) {
        return insert(senders, sender.id(), ConnectionDocuments.fields(sender), audit);
    }

    @Override
    public Mono<Boolean> replace(MessageSender next, AuditEntry audit) {
        var before = before(next.workspace(), next.id(), next.revision() - 1);
        return replace(senders, before, ConnectionDocuments.fields(next), audit);
    }

    @Override
    public Mono<Boolean> delete(MessageSender sender, AuditEntry audit) {
        var filter = before(sender.workspace(), sender.id(), sender.revision());
        return trail.delete(MessageCollections.SENDERS, filter, audit);
    }

    private static Flux<Document> all(MongoCollection<Document> collection, WorkspaceId workspace) {
        return Flux.from(collection
                .find(AuditTrail.staying(eq("workspace", workspace.value())))
                .sort(Sorts.ascending("createdAt", "_id")));
    }

    private static Mono<Void> insert(
            MongoCollection<Document> collection, String id, Document fields, AuditEntry audit) {
        var document = new Document("_id", id)
                .append("workspace", audit.workspace().value())
                .append("createdAt", Date.from(audit.at()));
        document.putAll(fields);
        return Mono.from(collection.insertOne(AuditTrail.begin(document, audit)))
                .then();
    }

    private static Mono<Boolean> replace(
            MongoCollection<Document> collection, Bson before, Document fields, AuditEntry audit) {
        var updates = new ArrayList<Bson>();
        fields.forEach((field, value) -> updates.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
        updates.add(AuditTrail.push(audit));
        return Mono.from(collection.updateOne(AuditTrail.staying(before), Updates.combine(updates)))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Bson before(WorkspaceId workspace, String id, long revision) {
        return and(eq("_id", id), eq("workspace", workspace.value()), eq("revision", revision));
    }
}
