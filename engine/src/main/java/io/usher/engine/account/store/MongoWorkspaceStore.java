package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.internal.WorkspaceStore;
import io.usher.engine.platform.mongo.AuditDocuments;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.WorkspaceId;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * {@code workspaces}: _id, name, zone, language, country, publicAddress, changed {at, by, actor}, revision. Those made before there
 * were settings have no language and no revision: English, and the first.
 */
@Component
class MongoWorkspaceStore implements WorkspaceStore {

    private static final long FIRST = 1;

    private final MongoCollection<Document> workspaces;

    MongoWorkspaceStore(Mongo mongo) {
        this.workspaces = mongo.collection(AccountCollections.WORKSPACES);
    }

    @Override
    public Mono<Workspace> find(WorkspaceId id) {
        return Mono.from(workspaces.find(eq("_id", id.value())).first()).map(MongoWorkspaceStore::workspace);
    }

    @Override
    public Mono<Void> insert(Workspace workspace) {
        var document = new Document("_id", workspace.id().value()).append("schemaVersion", 1);
        document.putAll(settings(workspace));
        return Mono.from(workspaces.insertOne(document)).then();
    }

    @Override
    public Mono<Boolean> replace(Workspace next) {
        var updates = new ArrayList<Bson>();
        settings(next)
                .forEach((field, value) ->
                        updates.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
        updates.add(AuditTrail.push(changed(next)));
        var before = and(eq("_id", next.id().value()), revision(next.revision() - 1));
        return Mono.from(workspaces.updateOne(before, Updates.combine(updates)))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static AuditEntry changed(Workspace next) {
        var change = Objects.requireNonNull(next.changed());
        return AuditEntry.of(
                next.id(),
                change.at(),
                change.actor(),
                "workspace.changed",
                next.id().value(),
                Map.of("revision", String.valueOf(next.revision())));
    }

    private static Bson revision(long revision) {
        var is = eq("revision", revision);
        return revision == FIRST ? or(is, exists("revision", false)) : is;
    }

    private static Document settings(Workspace workspace) {
        var address = workspace.publicAddress();
        return new Document("name", workspace.name())
                .append("zone", workspace.zone().getId())
                .append("language", workspace.language().toLanguageTag())
                .append("country", workspace.country())
                .append("publicAddress", address == null ? null : address.toString())
                .append("changed", changed(workspace.changed()))
                .append("revision", workspace.revision());
    }

    private static Workspace.@Nullable Change changed(@Nullable Document stored) {
        var actor = stored == null ? null : AuditDocuments.actor(stored.get("actor", Document.class));
        return stored == null || actor == null
                ? null
                : new Workspace.Change(stored.getDate("at").toInstant(), stored.getString("by"), actor);
    }

    private static @Nullable Document changed(Workspace.@Nullable Change change) {
        return change == null
                ? null
                : new Document("at", Date.from(change.at()))
                        .append("by", change.by())
                        .append("actor", AuditDocuments.of(change.actor()));
    }

    private static Workspace workspace(Document document) {
        var language = document.getString("language");
        var address = document.getString("publicAddress");
        var changed = document.get("changed", Document.class);
        var revision = document.get("revision", Number.class);
        return new Workspace(
                new WorkspaceId(document.getString("_id")),
                document.getString("name"),
                ZoneId.of(document.getString("zone")),
                language == null ? Locale.ENGLISH : Locale.forLanguageTag(language),
                document.getString("country"),
                address == null ? null : URI.create(address),
                changed(changed),
                revision == null ? FIRST : revision.longValue());
    }
}
