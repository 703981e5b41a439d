package io.usher.engine.event.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.event.EventType;
import io.usher.engine.event.EventType.Category;
import io.usher.engine.event.EventType.DeclaredParam;
import io.usher.engine.event.internal.EventTypeStore;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.Searches;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@code eventTypes}, _id = workspace:key. */
@Component
class MongoEventTypes implements EventTypeStore {

    /** Absent until a first change. */
    private static final String REVISION = "rev";

    private static final int MOST_ALIKE = 20;
    private static final Keyset<EventType> BY_KEY =
            Keyset.<EventType>rising().text("key", type -> type.key().value());

    private final Mongo mongo;
    private final AuditTrail trail;

    MongoEventTypes(Mongo mongo, AuditTrail trail) {
        this.mongo = mongo;
        this.trail = trail;
    }

    @Override
    public Mono<EventType> find(WorkspaceId workspace, EventTypeKey key) {
        return Mono.from(types().find(AuditTrail.staying(is(workspace, key))).first())
                .map(MongoEventTypes::type);
    }

    @Override
    public Mono<List<EventType>> findAll(WorkspaceId workspace, Collection<EventTypeKey> keys) {
        var ids = keys.stream().map(key -> id(workspace, key)).toList();
        return Flux.from(types().find(Filters.in("_id", ids)))
                .map(MongoEventTypes::type)
                .collectList();
    }

    @Override
    public Mono<Page<EventType>> list(WorkspaceId workspace, @Nullable String search, PageRequest page) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("workspace", workspace.value()));
        if (search != null && !search.isBlank()) {
            filters.add(Searches.holds("search", search.strip().toLowerCase(Locale.ROOT)));
        }
        return BY_KEY.read(types()::find, filters, page, MongoEventTypes::type);
    }

    @Override
    public Mono<EventTypeKey> lookalike(WorkspaceId workspace, EventTypeKey key) {
        var alike = Filters.and(
                Filters.eq("workspace", workspace.value()),
                Filters.eq("skeleton", VisibleText.skeleton(key.value())),
                Filters.ne("key", key.value()));
        return Flux.from(types().find(alike).limit(MOST_ALIKE))
                .sort(Comparator.comparing(type -> type.getDate("createdAt")))
                .next()
                .map(type -> new EventTypeKey(type.getString("key")));
    }

    @Override
    public Mono<EventType> register(EventType type, AuditEntry made) {
        var updates = new ArrayList<Bson>();
        document(type).forEach((field, value) -> {
            if (!field.equals("_id")) {
                updates.add(Updates.setOnInsert(field, value));
            }
        });
        updates.add(AuditTrail.pushOnInsert(made));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return trail.finish(EventCollections.TYPES, is(type.workspace(), type.key()))
                .then(Mono.defer(() -> Mono.from(
                        types().findOneAndUpdate(is(type.workspace(), type.key()), Updates.combine(updates), options))))
                .retryWhen(Retry.max(2).filter(Failures::duplicateKey))
                .map(MongoEventTypes::type);
    }

    @Override
    public Mono<Boolean> create(EventType type, AuditEntry made) {
        var insert = Mono.defer(() -> Mono.from(types().insertOne(AuditTrail.begin(document(type), made))))
                .map(inserted -> true)
                .onErrorResume(Failures::duplicateKey, taken -> Mono.just(false));
        return insert.flatMap(inserted -> inserted
                ? Mono.just(true)
                : trail.finish(EventCollections.TYPES, is(type.workspace(), type.key()))
                        .flatMap(gone -> gone ? insert : Mono.just(false)));
    }

    @Override
    public Mono<EventType> update(EventType type, AuditEntry changed) {
        var update = Updates.combine(
                Updates.set("name", type.name()),
                Updates.set("category", type.category().key()),
                Updates.set("keyParam", type.keyParam()),
                Updates.set("params", params(type)),
                Updates.set("search", search(type)),
                Updates.unset("lookalikeOf"),
                Updates.set(REVISION, type.revision() + 1),
                AuditTrail.push(changed));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        var asRead = Filters.and(
                is(type.workspace(), type.key()),
                Filters.eq(REVISION, type.revision() == 0 ? null : (Object) type.revision()),
                Filters.eq("createdAt", Date.from(type.createdAt())));
        return Mono.from(types().findOneAndUpdate(AuditTrail.staying(asRead), update, after))
                .map(MongoEventTypes::type);
    }

    @Override
    public Mono<Boolean> delete(WorkspaceId workspace, EventTypeKey key, AuditEntry deleted) {
        return noLongerAlike(workspace, key)
                .then(Mono.defer(() -> trail.delete(EventCollections.TYPES, is(workspace, key), deleted)));
    }

    private Mono<Void> noLongerAlike(WorkspaceId workspace, EventTypeKey gone) {
        var said = Filters.eq("lookalikeOf", gone.value());
        var alike = Filters.and(
                Filters.eq("workspace", workspace.value()),
                Filters.eq("skeleton", VisibleText.skeleton(gone.value())),
                said);
        return Flux.from(types().find(alike).projection(Projections.include("_id")))
                .concatMap(each -> types().updateOne(
                                Filters.and(Filters.eq("_id", each.getString("_id")), said),
                                Updates.unset("lookalikeOf")))
                .then();
    }

    @Override
    public Mono<Void> seen(WorkspaceId workspace, EventTypeKey key, Instant at) {
        return Mono.from(types().updateOne(is(workspace, key), Updates.max("lastSeenAt", Date.from(at))))
                .then();
    }

    private static Document document(EventType type) {
        var document = new Document("_id", id(type.workspace(), type.key()))
                .append("workspace", type.workspace().value())
                .append("key", type.key().value())
                .append("name", type.name())
                .append("category", type.category().key())
                .append("keyParam", type.keyParam())
                .append("params", params(type))
                .append("search", search(type))
                .append("skeleton", VisibleText.skeleton(type.key().value()))
                .append("createdAt", Date.from(type.createdAt()));
        var other = type.lookalikeOf();
        return other == null ? document : document.append("lookalikeOf", other.value());
    }

    private static List<Document> params(EventType type) {
        return type.params().stream().map(MongoEventTypes::param).toList();
    }

    private static Document param(DeclaredParam param) {
        var document = new Document("name", param.name()).append("required", param.required());
        return param.type() == null
                ? document
                : document.append("type", param.type().key());
    }

    private static DeclaredParam param(Document stored) {
        var type = stored.getString("type");
        return new DeclaredParam(
                stored.getString("name"),
                stored.getBoolean("required", false),
                type == null ? null : Keyed.find(KnownFact.Type.class, type).orElse(null));
    }

    private static String search(EventType type) {
        return (type.key().value() + "\n" + type.name()).toLowerCase(Locale.ROOT);
    }

    private static EventType type(Document document) {
        var lastSeen = document.getDate("lastSeenAt");
        var other = document.getString("lookalikeOf");
        return new EventType(
                new EventTypeKey(document.getString("key")),
                new WorkspaceId(document.getString("workspace")),
                document.getString("name"),
                Keyed.find(Category.class, document.getString("category")).orElse(Category.OTHER),
                document.getString("keyParam"),
                document.getList("params", Document.class, List.of()).stream()
                        .map(MongoEventTypes::param)
                        .toList(),
                document.getDate("createdAt").toInstant(),
                lastSeen == null ? null : lastSeen.toInstant(),
                other == null ? null : new EventTypeKey(other),
                document.get(REVISION) instanceof Number revision ? revision.longValue() : 0);
    }

    private static String id(WorkspaceId workspace, EventTypeKey key) {
        return workspace.value() + ":" + key.value();
    }

    private static Bson is(WorkspaceId workspace, EventTypeKey key) {
        return Filters.eq("_id", id(workspace, key));
    }

    private MongoCollection<Document> types() {
        return mongo.collection(EventCollections.TYPES);
    }
}
