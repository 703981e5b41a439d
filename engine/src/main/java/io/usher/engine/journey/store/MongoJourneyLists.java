package io.usher.engine.journey.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.Journeys.Query;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.commands.JourneyLists;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.Searches;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code journeys} as lists, counts and answers to other modules. */
@Component
class MongoJourneyLists implements JourneyLists {

    private static final Bson WITHOUT_WORK = Projections.exclude("trail", "visits", "passes");

    private static final Keyset<Journey> LATEST_FIRST = Keyset.<Journey>falling()
            .time("startedAt", Journey::startedAt)
            .text("_id", journey -> journey.id().value());

    private static final List<String> ALL =
            Arrays.stream(State.values()).map(State::key).toList();

    private final Mongo mongo;
    private final TrailArchive archive;

    MongoJourneyLists(Mongo mongo, TrailArchive archive) {
        this.mongo = mongo;
        this.archive = archive;
    }

    @Override
    public Mono<Page<Journey>> list(WorkspaceId workspace, Query query, PageRequest page) {
        if (query.contacts() != null && query.contacts().isEmpty()) {
            return Mono.just(Page.empty());
        }
        var filters = new ArrayList<Bson>();
        filters.add(eq("workspace", workspace.value()));
        if (query.contacts() != null) {
            var contacts = query.contacts().stream().map(ContactId::value).toList();
            filters.add(Searches.oneOf("contact", contacts));
        }
        if (query.workflow() != null) {
            filters.add(eq("workflow", query.workflow().value()));
        }
        if (query.contacts() == null || !query.states().isEmpty()) {
            filters.add(in("state", states(query)));
        }
        return LATEST_FIRST.read(
                filter -> journeys().find(filter).projection(WITHOUT_WORK), filters, page, JourneyDocuments::journey);
    }

    private static List<String> states(Query query) {
        var states = query.states().isEmpty() ? Arrays.asList(State.values()) : query.states();
        return states.stream().map(State::key).toList();
    }

    @Override
    public Mono<List<TrailEntry>> earlier(JourneyRecord record) {
        return archive.before(record);
    }

    @Override
    public Mono<Map<WorkflowId, Long>> inside(WorkspaceId workspace, Collection<WorkflowId> workflows) {
        return counts(workspace, workflows, in("state", Fields.INSIDE));
    }

    @Override
    public Mono<Map<WorkflowId, Long>> started(WorkspaceId workspace, Collection<WorkflowId> workflows, Instant since) {
        // every state is named, so that the index of a workflow's list reaches the range of times
        return counts(workspace, workflows, and(in("state", ALL), gte("startedAt", Fields.date(since))));
    }

    private Mono<Map<WorkflowId, Long>> counts(WorkspaceId workspace, Collection<WorkflowId> workflows, Bson which) {
        if (workflows.isEmpty()) {
            return Mono.just(Map.of());
        }
        var ids = workflows.stream().map(WorkflowId::value).toList();
        var match = Aggregates.match(and(eq("workspace", workspace.value()), in("workflow", ids), which));
        var count = Aggregates.group("$workflow", Accumulators.sum("count", 1L));
        return Flux.from(journeys().aggregate(List.of(match, count)))
                .collectMap(row -> new WorkflowId(row.getString("_id")), row -> Fields.number(row, "count"));
    }

    @Override
    public Mono<Boolean> mayHandOver(JourneyId journey, String visit) {
        return Mono.from(
                        journeys().find(eq("_id", journey.value())).projection(Projections.include("state", "skipped")))
                .map(found -> !State.STOPPED.key().equals(found.getString("state"))
                        && !found.getList("skipped", String.class, List.of()).contains(visit))
                .defaultIfEmpty(false);
    }

    private MongoCollection<Document> journeys() {
        return mongo.collection(JourneyCollections.JOURNEYS);
    }
}
