package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.internal.Session;
import io.usher.engine.account.internal.SessionStore;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * {@code sessions}: _id (hash of the token), user, workspace, passwordVersion, createdAt, usedAt, confirmedAt, device. One that
 * was begun before some of these were kept has no version yet, and was confirmed when it was begun.
 */
@Component
class MongoSessionStore implements SessionStore {

    private final MongoCollection<Document> sessions;

    MongoSessionStore(Mongo mongo) {
        this.sessions = mongo.collection(AccountCollections.SESSIONS);
    }

    @Override
    public Mono<Void> insert(Session session) {
        var document = new Document("_id", session.id())
                .append("schemaVersion", 1)
                .append("user", session.userId())
                .append("workspace", session.workspace().value())
                .append("createdAt", Date.from(session.createdAt()))
                .append("passwordVersion", session.passwordVersion())
                .append("usedAt", Date.from(session.usedAt()))
                .append("confirmedAt", Date.from(session.confirmedAt()))
                .append("device", session.device());
        return Mono.from(sessions.insertOne(document)).then();
    }

    @Override
    public Mono<Session> find(String id) {
        return Mono.from(sessions.find(eq("_id", id)).first()).map(MongoSessionStore::session);
    }

    @Override
    public Mono<Void> used(String id, Instant at) {
        return Mono.from(sessions.updateOne(eq("_id", id), Updates.max("usedAt", Date.from(at))))
                .then();
    }

    @Override
    public Mono<Void> confirmed(String id, int passwordVersion, Instant at) {
        var typed = Updates.combine(
                Updates.set("passwordVersion", passwordVersion), Updates.set("confirmedAt", Date.from(at)));
        return Mono.from(sessions.updateOne(eq("_id", id), typed)).then();
    }

    @Override
    public Mono<Void> delete(String id) {
        return Mono.from(sessions.deleteOne(eq("_id", id))).then();
    }

    @Override
    public Mono<Void> deleteOthers(String userId, String keptId) {
        return Mono.from(sessions.deleteMany(and(eq("user", userId), ne("_id", keptId))))
                .then();
    }

    @Override
    public Mono<Void> deleteEnded(Instant usedBefore, Instant begunBefore) {
        return Mono.from(sessions.deleteMany(lte("usedAt", Date.from(usedBefore))))
                .then(Mono.from(sessions.deleteMany(lte("createdAt", Date.from(begunBefore)))))
                .then();
    }

    private static Session session(Document document) {
        var createdAt = document.getDate("createdAt");
        return new Session(
                document.getString("_id"),
                document.getString("user"),
                new WorkspaceId(document.getString("workspace")),
                document.getInteger("passwordVersion", 0),
                createdAt.toInstant(),
                document.getDate("usedAt").toInstant(),
                document.get("confirmedAt", createdAt).toInstant(),
                document.getString("device"));
    }
}
