package io.usher.engine.workflow.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Triggers;
import io.usher.engine.workflow.internal.TriggersJson;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Status;
import io.usher.engine.workflow.internal.WorkflowStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The collection {@code workflows}. {@code linksChanged} is the mark that the links version is still to be raised; it is set by
 * the very update that changes links, so a crash in between loses nothing.
 */
@Component
class MongoWorkflowStore implements WorkflowStore {

    private static final String MARK = "linksChanged";
    private static final List<String> NOT_ARCHIVED =
            List.of(Status.DRAFT.key(), Status.ACTIVE.key(), Status.PAUSED.key());
    private static final List<String> LINKED = List.of(Status.ACTIVE.key(), Status.PAUSED.key());

    private final Mongo mongo;
    private final TriggersJson json;

    MongoWorkflowStore(Mongo mongo, TriggersJson json) {
        this.mongo = mongo;
        this.json = json;
    }

    @Override
    public Mono<Void> insert(Workflow workflow) {
        var made = WorkflowAudit.made(workflow);
        return Mono.from(workflows().insertOne(AuditTrail.begin(WorkflowDocument.of(workflow, json), made)))
                .then();
    }

    @Override
    public Mono<Workflow> find(WorkspaceId workspace, WorkflowId id) {
        return find(id).filter(workflow -> workflow.workspace().equals(workspace));
    }

    @Override
    public Mono<Workflow> find(WorkflowId id) {
        return Mono.from(workflows().find(eq("_id", id.value())).first()).map(this::workflow);
    }

    @Override
    public Mono<Page<Workflow>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return WorkflowList.order(query.sort())
                .read(workflows()::find, WorkflowList.filters(workspace, query), page, this::workflow);
    }

    @Override
    public Mono<Set<String>> tags(WorkspaceId workspace, @Nullable Status status) {
        var filter = and(eq("workspace", workspace.value()), of(status));
        return Flux.from(workflows().distinct("tags", filter, String.class)).collect(Collectors.toSet());
    }

    /** Those of one status; null: those that are not archived. */
    static Bson of(@Nullable Status status) {
        return status == null ? in("status", NOT_ARCHIVED) : eq("status", status.key());
    }

    @Override
    public Mono<Workflow> rename(Workflow now, Named next, Change change) {
        var update = combine(
                set("name", next.name()),
                set("search", WorkflowDocument.search(next.name())),
                set("tags", next.tags()),
                set("changed", WorkflowDocument.change(change)),
                AuditTrail.push(WorkflowAudit.of(new Key(now.workspace(), now.id()), change, "renamed", Map.of())),
                set(MARK, Date.from(change.at())));
        var asRead = and(
                own(now.workspace(), now.id()),
                in("status", NOT_ARCHIVED),
                eq("name", now.name()),
                eq("tags", now.tags()));
        return update(asRead, update);
    }

    @Override
    public Mono<Void> touch(WorkflowId id, Change change) {
        return Mono.from(workflows().updateOne(eq("_id", id.value()), set("changed", WorkflowDocument.change(change))))
                .then();
    }

    @Override
    public Mono<Workflow> triggers(
            WorkspaceId workspace, WorkflowId id, long revision, Triggers triggers, Change change) {
        var update = combine(
                set("triggers", WorkflowDocument.text(triggers, json)),
                set("startTypes", WorkflowDocument.keys(triggers.startTypes())),
                set("stopTypes", WorkflowDocument.keys(triggers.stopTypes())),
                set("triggersChanged", WorkflowDocument.change(change)),
                set(WorkflowDocument.TRIGGERS_REVISION, revision + 1),
                set("changed", WorkflowDocument.change(change)),
                AuditTrail.push(WorkflowAudit.of(
                        new Key(workspace, id),
                        change,
                        "triggers-changed",
                        Map.of("revision", String.valueOf(revision + 1)))),
                set(MARK, Date.from(change.at())));
        return update(and(own(workspace, id), in("status", NOT_ARCHIVED), triggersOf(revision)), update);
    }

    private static Bson triggersOf(long revision) {
        var same = eq(WorkflowDocument.TRIGGERS_REVISION, revision);
        return revision == 0 ? or(same, exists(WorkflowDocument.TRIGGERS_REVISION, false)) : same;
    }

    @Override
    public Mono<Workflow> move(Key key, long lifecycle, Set<Status> from, Move move, Change change) {
        var filter = and(
                own(key.workspace(), key.id()),
                eq("lifecycle", lifecycle),
                in("status", from.stream().map(Status::key).toList()));
        var update = combine(
                set("status", move.step().to().key()),
                set("version", move.version()),
                set("inside", move.inside().key()),
                inc("lifecycle", 1L),
                set("changed", WorkflowDocument.change(change)),
                AuditTrail.push(WorkflowAudit.of(key, change, move)),
                set(MARK, Date.from(change.at())));
        return update(filter, update);
    }

    @Override
    public Mono<Void> linksRaised(LinksMark mark) {
        var unchanged = and(eq("_id", mark.workflow().value()), eq(MARK, Date.from(mark.at())));
        return Mono.from(workflows().updateOne(unchanged, unset(MARK))).then();
    }

    @Override
    public Flux<LinksMark> linksChangedBefore(Instant time) {
        return Flux.from(workflows().find(lt(MARK, Date.from(time)))).map(MongoWorkflowStore::mark);
    }

    private static LinksMark mark(Document stored) {
        return new LinksMark(
                new WorkflowId(stored.getString("_id")),
                new WorkspaceId(stored.getString("workspace")),
                stored.getDate(MARK).toInstant());
    }

    @Override
    public Flux<Workflow> linked(WorkspaceId workspace) {
        return Flux.from(workflows().find(and(eq("workspace", workspace.value()), in("status", LINKED))))
                .map(this::workflow);
    }

    @Override
    public Flux<Workflow> using(WorkspaceId workspace, Collection<EventTypeKey> types) {
        var keys = WorkflowDocument.keys(types);
        var filter = and(
                eq("workspace", workspace.value()),
                ne("status", Status.ARCHIVED.key()),
                or(in("startTypes", keys), in("stopTypes", keys)));
        return Flux.from(workflows().find(filter)).map(this::workflow);
    }

    private Mono<Workflow> update(Bson filter, Bson update) {
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(workflows().findOneAndUpdate(filter, update, after)).map(this::workflow);
    }

    private static Bson own(WorkspaceId workspace, WorkflowId id) {
        return and(eq("_id", id.value()), eq("workspace", workspace.value()));
    }

    private Workflow workflow(Document stored) {
        return WorkflowDocument.workflow(stored, json);
    }

    private MongoCollection<Document> workflows() {
        return mongo.collection(WorkflowCollections.WORKFLOWS);
    }
}
