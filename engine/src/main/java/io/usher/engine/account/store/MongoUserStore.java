package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.internal.Profile;
import io.usher.engine.account.internal.User;
import io.usher.engine.account.internal.UserStore;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code users}: _id, name (unique), passwordHash, passwordVersion, mustChangePassword, workspaces, createdAt, fullName, email,
 * profileRevision; the last three are absent until the person says them.
 */
@Component
class MongoUserStore implements UserStore {

    private static final String REVISION = "profileRevision";

    private final MongoCollection<Document> users;

    MongoUserStore(Mongo mongo) {
        this.users = mongo.collection(AccountCollections.USERS);
    }

    @Override
    public Mono<Void> insert(User user) {
        var document = new Document("_id", user.id())
                .append("schemaVersion", 1)
                .append("name", user.name())
                .append("passwordHash", user.passwordHash())
                .append("passwordVersion", user.passwordVersion())
                .append("mustChangePassword", user.mustChangePassword())
                .append(
                        "workspaces",
                        user.workspaces().stream().map(WorkspaceId::value).toList())
                .append("createdAt", Date.from(user.createdAt()));
        return Mono.from(users.insertOne(document)).then();
    }

    @Override
    public Mono<User> byName(String name) {
        return Mono.from(users.find(eq("name", name)).first()).map(MongoUserStore::user);
    }

    @Override
    public Mono<User> byId(String id) {
        return Mono.from(users.find(eq("_id", id)).first()).map(MongoUserStore::user);
    }

    @Override
    public Mono<Map<String, String>> names(Collection<String> ids) {
        return Flux.from(users.find(in("_id", ids)).projection(Projections.include("name")))
                .collectMap(user -> user.getString("_id"), user -> user.getString("name"));
    }

    @Override
    public Mono<Boolean> any() {
        return Mono.from(users.find(gte("name", ""))
                        .projection(Projections.include("_id"))
                        .first())
                .hasElement();
    }

    @Override
    public Mono<Boolean> replacePassword(String id, String oldHash, String newHash) {
        var unchanged = and(eq("_id", id), eq("passwordHash", oldHash));
        var replaced = Updates.combine(
                Updates.set("passwordHash", newHash),
                Updates.inc("passwordVersion", 1),
                Updates.set("mustChangePassword", false));
        return Mono.from(users.updateOne(unchanged, replaced)).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> replaceProfile(String id, Profile next, AuditEntry audit) {
        var before = next.revision() - 1;
        var same = eq(REVISION, before);
        var unchanged = and(eq("_id", id), before == 0 ? or(same, exists(REVISION, false)) : same);
        var update = Updates.combine(
                Updates.set("fullName", next.fullName()),
                Updates.set("email", next.email()),
                Updates.set(REVISION, next.revision()),
                AuditTrail.push(audit));
        return Mono.from(users.updateOne(unchanged, update)).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Boolean> rehash(String id, String oldHash, String newHash) {
        var unchanged = and(eq("_id", id), eq("passwordHash", oldHash));
        return Mono.from(users.updateOne(unchanged, Updates.set("passwordHash", newHash)))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static User user(Document document) {
        return new User(
                document.getString("_id"),
                document.getString("name"),
                document.getString("passwordHash"),
                document.getInteger("passwordVersion", 0),
                document.getBoolean("mustChangePassword", false),
                document.getList("workspaces", String.class).stream()
                        .map(WorkspaceId::new)
                        .toList(),
                document.getDate("createdAt").toInstant(),
                new Profile(document.getString("fullName"), document.getString("email"), revision(document)));
    }

    private static long revision(Document document) {
        return document.get(REVISION) instanceof Number number ? number.longValue() : 0;
    }
}
