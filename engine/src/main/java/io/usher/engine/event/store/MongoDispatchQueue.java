package io.usher.engine.event.store;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.event.Decision;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.event.internal.DueCount;
import io.usher.engine.event.internal.EventMeters;
import io.usher.engine.event.internal.Positions;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queue that the due events themselves are; each change asks for the position that the event was read with. */
@Component
class MongoDispatchQueue implements DispatchQueue, DueCount {

    private final Mongo mongo;
    private final Positions positions;

    MongoDispatchQueue(Mongo mongo, Positions positions) {
        this.mongo = mongo;
        this.positions = positions;
    }

    @Override
    public Mono<List<Event>> oldest(Collection<Integer> lanes, int limit) {
        return events(Filters.in("due.lane", lanes), Sorts.ascending("due.position"), limit);
    }

    @Override
    public Mono<List<Event>> newest(Collection<Integer> lanes, int limit) {
        return events(Filters.in("due.lane", lanes), Sorts.descending("due.position"), limit);
    }

    @Override
    public Mono<Long> due(int most) {
        var lanes = IntStream.range(0, LANES).boxed().toList();
        return Mono.from(events().countDocuments(Filters.in("due.lane", lanes), new CountOptions().limit(most)));
    }

    @Override
    public Mono<WorkspaceId> nextWorkspace(Collection<Integer> lanes, @Nullable WorkspaceId after) {
        var behind = Filters.and(
                Filters.in("due.lane", lanes), Filters.gt("due.workspace", after == null ? "" : after.value()));
        return Mono.from(events().find(behind)
                        .projection(Projections.include("workspace"))
                        .sort(Sorts.ascending("due.workspace"))
                        .limit(1))
                .map(found -> new WorkspaceId(found.getString("workspace")));
    }

    @Override
    public Mono<List<Event>> byContact(
            Collection<Integer> lanes, WorkspaceId workspace, @Nullable ContactId after, int limit) {
        var behind = Filters.and(
                Filters.in("due.lane", lanes),
                Filters.eq("due.workspace", workspace.value()),
                Filters.gt("due.contact", after == null ? "" : after.value()));
        return events(behind, Sorts.ascending("due.contact", "due.position"), limit);
    }

    @Override
    public Mono<List<Event>> first(ContactId contact, int limit) {
        return events(Filters.eq("due.contact", contact.value()), Sorts.ascending("due.position"), limit);
    }

    private Mono<List<Event>> events(Bson due, Bson order, int limit) {
        return Flux.from(events().find(due).sort(order).limit(limit))
                .map(EventDocuments::event)
                .collectList();
    }

    @Override
    public Mono<List<Due>> before(Map<ContactId, Long> positions) {
        if (positions.isEmpty()) {
            return Mono.just(List.of());
        }
        var each = positions.entrySet().stream()
                .map(contact -> Filters.and(
                        Filters.eq("due.contact", contact.getKey().value()),
                        Filters.lt("due.position", contact.getValue())))
                .toList();
        return Flux.from(events().find(Filters.or(each)).projection(Projections.include("workspace", "id", "due")))
                .map(MongoDispatchQueue::due)
                .collectList();
    }

    private static Due due(Document document) {
        var due = document.get("due", Document.class);
        return new Due(
                new WorkspaceId(document.getString("workspace")),
                new EventId(document.getString("id")),
                new ContactId(due.getString("contact")),
                due.get("position", Number.class).longValue());
    }

    @Override
    public Mono<Event> read(WorkspaceId workspace, EventId id) {
        return Mono.from(events().find(is(workspace, id)).first()).map(EventDocuments::event);
    }

    @Override
    public Mono<List<Event>> readAll(WorkspaceId workspace, Collection<EventId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        var keys = ids.stream().map(id -> EventDocuments.id(workspace, id)).toList();
        return Flux.from(events().find(Filters.in("_id", keys)))
                .map(EventDocuments::event)
                .collectList();
    }

    @Override
    public Mono<Boolean> storeIntent(Event event, Params intent) {
        return change(withoutIntent(event), Updates.set("intent", FreeValues.encode(intent)));
    }

    @Override
    public Mono<Boolean> finish(Event event, List<Decision> decisions, boolean withoutIntent) {
        var done = Updates.combine(
                Updates.set("decisions", EventDocuments.documents(decisions)),
                Updates.unset("due"),
                Updates.unset("intent"));
        return change(withoutIntent ? withoutIntent(event) : stillDue(event), done)
                .doOnNext(mine -> {
                    if (mine) {
                        EventMeters.decided(decisions);
                    }
                });
    }

    @Override
    public Mono<Boolean> park(Event event, String reason) {
        return change(withoutIntent(event), Updates.combine(Updates.set("parked", reason), Updates.unset("due")))
                .doOnNext(mine -> {
                    if (mine) {
                        EventMeters.parked();
                    }
                });
    }

    @Override
    public Mono<Event> sendAgain(WorkspaceId workspace, EventId id, AuditEntry audit) {
        return read(workspace, id)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("event", id.value())))
                .flatMap(event -> event.parked() == null ? Mono.error(notParked(id)) : again(event, audit));
    }

    private Mono<Event> again(Event event, AuditEntry audit) {
        return positions
                .take(1)
                .flatMap(position -> due(event, position, audit))
                .switchIfEmpty(Mono.error(() -> notParked(event.id())));
    }

    private Mono<Event> due(Event event, long position, AuditEntry audit) {
        var parked = Filters.and(is(event.workspace(), event.id()), Filters.exists("parked"));
        var due = Updates.combine(
                Updates.unset("parked"),
                Updates.set("position", position),
                Updates.set("due", EventDocuments.due(event, position)),
                AuditTrail.push(audit));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(events().findOneAndUpdate(parked, due, after)).map(EventDocuments::event);
    }

    private static RuntimeException notParked(EventId id) {
        return Problems.conflict("not-parked", "Event \"" + id + "\" is not parked, so there is nothing to send again");
    }

    private Mono<Boolean> change(Bson filter, Bson update) {
        return Mono.from(events().updateOne(filter, update)).map(result -> result.getMatchedCount() == 1);
    }

    private static Bson withoutIntent(Event event) {
        return Filters.and(stillDue(event), Filters.exists("intent", false));
    }

    private static Bson stillDue(Event event) {
        return Filters.and(is(event.workspace(), event.id()), Filters.eq("due.position", event.position()));
    }

    private static Bson is(WorkspaceId workspace, EventId id) {
        return Filters.eq("_id", EventDocuments.id(workspace, id));
    }

    private MongoCollection<Document> events() {
        return mongo.collection(EventCollections.EVENTS);
    }
}
