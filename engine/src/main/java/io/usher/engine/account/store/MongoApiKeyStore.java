package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.account.internal.ApiKeyStore;
import io.usher.engine.account.internal.StoredApiKey;
import io.usher.engine.platform.mongo.AuditDocuments;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code api_keys}: _id, workspace, name, hash, scopes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt (null while it holds). */
@Component
class MongoApiKeyStore implements ApiKeyStore {

    private static final Keyset<StoredApiKey> LATEST_FIRST = Keyset.<StoredApiKey>falling()
            .time("createdAt", StoredApiKey::createdAt)
            .text("_id", StoredApiKey::id);

    private final MongoCollection<Document> keys;

    MongoApiKeyStore(Mongo mongo) {
        this.keys = mongo.collection(AccountCollections.API_KEYS);
    }

    @Override
    public Mono<Void> insert(StoredApiKey key, Actor maker) {
        var document = new Document("_id", key.id())
                .append("schemaVersion", 1)
                .append("workspace", key.workspace().value())
                .append("name", key.name())
                .append("hash", key.hash())
                .append(
                        "scopes",
                        key.scopes().stream().map(Scope::name).sorted().toList())
                .append("createdBy", key.createdBy())
                .append("maker", AuditDocuments.of(maker))
                .append("createdAt", Date.from(key.createdAt()))
                .append("expiresAt", date(key.expiresAt()))
                .append("lastUsedAt", date(key.lastUsedAt()))
                .append("revokedAt", null);
        var scopes = key.scopes().stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        var made = AuditEntry.of(
                key.workspace(), key.createdAt(), maker, "api-key.made", key.id(), Map.of("scopes", scopes));
        return Mono.from(keys.insertOne(AuditTrail.begin(document, made))).then();
    }

    @Override
    public Mono<StoredApiKey> find(String id) {
        return Mono.from(keys.find(and(eq("_id", id), eq("revokedAt", null))).first())
                .map(MongoApiKeyStore::key);
    }

    @Override
    public Mono<Map<String, String>> names(Collection<String> ids) {
        return Flux.from(keys.find(in("_id", ids)).projection(Projections.include("name")))
                .collectMap(key -> key.getString("_id"), key -> key.getString("name"));
    }

    @Override
    public Mono<Page<StoredApiKey>> list(WorkspaceId workspace, PageRequest page) {
        var holding = List.of(eq("workspace", workspace.value()), eq("revokedAt", null));
        return LATEST_FIRST.read(keys::find, holding, page, MongoApiKeyStore::key);
    }

    @Override
    public Mono<Void> used(String id, Instant at, Instant notedBefore) {
        var longAgo = or(eq("lastUsedAt", null), lte("lastUsedAt", Date.from(notedBefore)));
        return Mono.from(keys.updateOne(and(eq("_id", id), longAgo), Updates.set("lastUsedAt", Date.from(at))))
                .then();
    }

    @Override
    public Mono<String> revoke(WorkspaceId workspace, String id, Actor actor, Instant at) {
        var holding = and(eq("_id", id), eq("workspace", workspace.value()), eq("revokedAt", null));
        var revoked = Updates.combine(
                Updates.set("revokedAt", Date.from(at)),
                Updates.set("revokedBy", AuditDocuments.of(actor)),
                AuditTrail.push(AuditEntry.of(workspace, at, actor, "api-key.revoked", id, Map.of())));
        return Mono.from(keys.findOneAndUpdate(holding, revoked)).map(key -> key.getString("name"));
    }

    private static StoredApiKey key(Document document) {
        return new StoredApiKey(
                document.getString("_id"),
                new WorkspaceId(document.getString("workspace")),
                document.getString("name"),
                document.getString("hash"),
                document.getList("scopes", String.class).stream()
                        .map(Scope::valueOf)
                        .collect(Collectors.toSet()),
                document.getString("createdBy"),
                document.getDate("createdAt").toInstant(),
                instant(document.getDate("expiresAt")),
                instant(document.getDate("lastUsedAt")));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
