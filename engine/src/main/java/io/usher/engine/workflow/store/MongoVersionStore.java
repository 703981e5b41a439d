package io.usher.engine.workflow.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.SettingsSchemas;
import io.usher.engine.workflow.internal.VersionStore;
import io.usher.engine.workflow.internal.Workflow.Change;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code versions}; _id = workflow and number, so a number is given once. */
@Component
class MongoVersionStore implements VersionStore {

    private static final String DEPLOYING = "deploying";
    private static final String SCHEMAS = "settingsSchemas";

    private final Mongo mongo;

    MongoVersionStore(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Boolean> insert(StoredVersion version) {
        var document = new Document("_id", id(version.workflow(), version.n()))
                .append("schemaVersion", 1)
                .append("workspace", version.workspace().value())
                .append("workflow", version.workflow().value())
                .append("n", version.n())
                .append("name", version.workflowName())
                .append("processId", version.processId())
                .append("drawn", new Binary(version.drawn()))
                .append("deployable", new Binary(version.deployable()))
                .append(SCHEMAS, new Document(new HashMap<>(version.schemas().byBlock())))
                .append("draftTag", version.draftTag())
                .append("lifecycle", version.lifecycle())
                .append("state", State.DEPLOYING.key())
                .append(DEPLOYING, Date.from(version.made().at()))
                .append("made", WorkflowDocument.change(version.made()));
        return Mono.from(versions().insertOne(document))
                .map(inserted -> true)
                .onErrorResume(Failures::duplicateKey, taken -> Mono.just(false));
    }

    @Override
    public Mono<StoredVersion> find(WorkflowId workflow, int n) {
        return Mono.from(versions().find(eq("_id", id(workflow, n))).first()).map(MongoVersionStore::version);
    }

    @Override
    public Mono<Map<WorkflowId, String>> draftTags(Map<WorkflowId, Integer> wanted) {
        var ids = wanted.entrySet().stream()
                .map(each -> id(each.getKey(), each.getValue()))
                .toList();
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : Flux.from(versions().find(in("_id", ids)).projection(Projections.include("workflow", "draftTag")))
                        .collectMap(
                                found -> new WorkflowId(found.getString("workflow")),
                                found -> found.getString("draftTag"));
    }

    @Override
    public Mono<StoredVersion> latest(WorkflowId workflow) {
        return Mono.from(versions()
                        .find(eq("workflow", workflow.value()))
                        .sort(Sorts.descending("n"))
                        .first())
                .map(MongoVersionStore::version);
    }

    @Override
    public Flux<StoredVersion> activated(WorkflowId workflow) {
        var filter = and(eq("workflow", workflow.value()), eq("state", State.ACTIVATED.key()));
        return Flux.from(versions().find(filter).sort(Sorts.descending("n"))).map(MongoVersionStore::version);
    }

    @Override
    public Mono<StoredVersion> adopt(WorkflowId workflow, int n, long lifecycle, Change change) {
        var update = combine(
                set("lifecycle", lifecycle),
                set("made", WorkflowDocument.change(change)),
                set(DEPLOYING, Date.from(change.at())));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(versions().findOneAndUpdate(deploying(workflow, n), update, after))
                .map(MongoVersionStore::version);
    }

    @Override
    public Mono<Void> settle(StoredVersion version, State state) {
        var same = and(deploying(version.workflow(), version.n()), eq("lifecycle", version.lifecycle()));
        var update = combine(set("state", state.key()), unset(DEPLOYING));
        return Mono.from(versions().updateOne(same, update)).then();
    }

    @Override
    public Flux<StoredVersion> deployingBefore(Instant time) {
        return Flux.from(versions().find(lt(DEPLOYING, Date.from(time)))).map(MongoVersionStore::version);
    }

    private static Bson deploying(WorkflowId workflow, int n) {
        return and(eq("_id", id(workflow, n)), eq("state", State.DEPLOYING.key()));
    }

    private static String id(WorkflowId workflow, int n) {
        return workflow + ":" + n;
    }

    private static StoredVersion version(Document stored) {
        return new StoredVersion(
                new WorkflowId(stored.getString("workflow")),
                new WorkspaceId(stored.getString("workspace")),
                stored.getInteger("n"),
                stored.getString("name"),
                stored.getString("processId"),
                stored.get("drawn", Binary.class).getData(),
                stored.get("deployable", Binary.class).getData(),
                schemas(stored.get(SCHEMAS, Document.class)),
                stored.getString("draftTag"),
                stored.get("lifecycle", Number.class).longValue(),
                Keyed.stored(State.class, stored.getString("state")),
                WorkflowDocument.change(stored.get("made", Document.class)));
    }

    private static SettingsSchemas schemas(@Nullable Document stored) {
        if (stored == null) {
            return SettingsSchemas.FIRST;
        }
        var schemas = new HashMap<String, Integer>();
        stored.forEach((block, schema) -> schemas.put(block, ((Number) schema).intValue()));
        return new SettingsSchemas(schemas);
    }

    private MongoCollection<Document> versions() {
        return mongo.collection(WorkflowCollections.VERSIONS);
    }
}
