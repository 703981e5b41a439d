package io.usher.engine.journey.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.internal.dispatch.DispatchJourneys;
import io.usher.engine.journey.internal.record.JourneyMeters;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code journeys} as dispatch needs them. */
@Component
class MongoDispatchJourneys implements DispatchJourneys {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final Mongo mongo;
    private final Clock clock;

    MongoDispatchJourneys(Mongo mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Mono<Map<JourneyId, Journey>> findAll(Collection<JourneyId> ids) {
        if (ids.isEmpty()) {
            return Mono.just(Map.of());
        }
        var values = ids.stream().map(JourneyId::value).toList();
        return found(in("_id", values)).collectMap(Journey::id);
    }

    @Override
    public Mono<List<Journey>> running(WorkspaceId workspace, ContactId contact, WorkflowId workflow, long below) {
        return found(and(ofContact(workspace, contact, workflow), inside(), lt("startPosition", below)))
                .collectList();
    }

    @Override
    public Mono<ScopeView> scope(
            WorkspaceId workspace, WorkflowId workflow, ContactId contact, Journey.Scope scope, EventId event) {
        var others = and(ofContact(workspace, contact, workflow), ne("start.event", event.value()));
        var begunAgain = and(
                eq("end.event", event.value()),
                or(eq("end.reason.code", Journey.End.BEGUN_AGAIN), eq("end.code", Journey.End.BEGUN_AGAIN)));
        var running = found(and(others, or(inside(), begunAgain)))
                .filter(journey -> journey.scope().equals(scope))
                .collectList();
        var same = and(others, eq("scope.per", scope.per()), eq("scope.value", scope.value()));
        return running.zipWith(latestStart(same), (list, latest) -> new ScopeView(list, latest.orElse(null)));
    }

    private Mono<Optional<Instant>> latestStart(Bson scope) {
        return Mono.from(journeys()
                        .find(scope)
                        .sort(Sorts.descending("startedAt"))
                        .limit(1))
                .map(latest -> Optional.of(Fields.instant(latest, "startedAt")))
                .defaultIfEmpty(Optional.empty());
    }

    @Override
    public Mono<Void> insert(Journey journey) {
        return Mono.from(journeys().insertOne(JourneyDocuments.of(journey, clock.instant())))
                .doOnNext(made -> JourneyMeters.started())
                .onErrorResume(Failures::duplicateKey, there -> Mono.fromRunnable(JourneyMeters::startedAgain))
                .then();
    }

    @Override
    public Mono<Journey> stop(JourneyId id, Journey.End end, boolean onlyUnsent) {
        var still = and(eq("_id", id.value()), inside());
        return stop(id, onlyUnsent ? and(still, ne("sent", true)) : still, stopped(end));
    }

    @Override
    public Mono<Journey> stop(JourneyId id, Journey.End end, AuditEntry audit) {
        var still = and(eq("_id", id.value()), inside());
        return stop(id, still, Updates.combine(stopped(end), AuditTrail.push(audit)));
    }

    private static Bson stopped(Journey.End end) {
        return Updates.combine(
                Updates.set("state", State.STOPPED.key()),
                Updates.set("since", Fields.date(end.at())),
                Updates.set("end", JourneyDocuments.end(end)),
                Updates.unset("note"),
                Updates.unset("failure"),
                Updates.unset("parkedOn"));
    }

    private Mono<Journey> stop(JourneyId id, Bson filter, Bson stopped) {
        return Mono.from(journeys().findOneAndUpdate(filter, stopped, AFTER))
                .doOnNext(found -> JourneyMeters.stopped())
                .switchIfEmpty(Mono.defer(() -> Mono.from(journeys().find(eq("_id", id.value())))))
                .map(JourneyDocuments::journey);
    }

    private Flux<Journey> found(Bson filter) {
        return Flux.from(journeys().find(filter)).map(JourneyDocuments::journey);
    }

    private static Bson ofContact(WorkspaceId workspace, ContactId contact, WorkflowId workflow) {
        return and(
                eq("workspace", workspace.value()), eq("contact", contact.value()), eq("workflow", workflow.value()));
    }

    private static Bson inside() {
        return in("state", Fields.INSIDE);
    }

    private MongoCollection<Document> journeys() {
        return mongo.collection(JourneyCollections.JOURNEYS);
    }
}
