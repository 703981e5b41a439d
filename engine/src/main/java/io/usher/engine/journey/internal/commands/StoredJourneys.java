package io.usher.engine.journey.internal.commands;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journeys;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.record.TrailLines;
import io.usher.engine.message.JourneyState;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.JourneysInside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The module's public face, and its answers to what lower modules ask. */
@Component
class StoredJourneys implements Journeys, JourneysInside, JourneyState {

    private final JourneyRuns runs;
    private final JourneyLists lists;
    private final JourneyCommands people;

    StoredJourneys(JourneyRuns runs, JourneyLists lists, JourneyCommands people) {
        this.runs = runs;
        this.lists = lists;
        this.people = people;
    }

    @Override
    public Mono<Journey> find(WorkspaceId workspace, JourneyId id) {
        return record(workspace, id).map(JourneyRecord::journey);
    }

    @Override
    public Mono<Page<Journey>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return lists.list(workspace, query, page);
    }

    @Override
    public Mono<Trail> trail(WorkspaceId workspace, JourneyId id) {
        return record(workspace, id)
                .flatMap(record ->
                        lists.earlier(record).map(earlier -> new Trail(record.journey(), entries(earlier, record))));
    }

    @Override
    public Mono<Journey> stop(WorkspaceId workspace, JourneyId id, NamedActor by) {
        return Mono.fromCallable(() -> people.stop(workspace, id, by)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<Journey> retry(WorkspaceId workspace, JourneyId id, NamedActor by) {
        return Mono.fromCallable(() -> people.retry(workspace, id, by)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<Journey> skip(WorkspaceId workspace, JourneyId id, NamedActor by) {
        return Mono.fromCallable(() -> people.skip(workspace, id, by)).subscribeOn(Schedulers.boundedElastic());
    }

    @Override
    public Mono<Map<WorkflowId, Long>> inside(WorkspaceId workspace, Collection<WorkflowId> workflows) {
        return lists.inside(workspace, workflows);
    }

    @Override
    public Mono<Map<WorkflowId, Long>> started(WorkspaceId workspace, Collection<WorkflowId> workflows, Instant since) {
        return lists.started(workspace, workflows, since);
    }

    @Override
    public Mono<Boolean> mayHandOver(JourneyId journey, String block, int pass) {
        return lists.mayHandOver(journey, Resumptions.visit(block, pass));
    }

    private Mono<JourneyRecord> record(WorkspaceId workspace, JourneyId id) {
        return runs.read(id)
                .filter(found -> found.journey().workspace().equals(workspace))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("journey", id.value())));
    }

    private static List<TrailEntry> entries(List<TrailEntry> earlier, JourneyRecord record) {
        var entries = new ArrayList<>(earlier);
        entries.addAll(record.trail());
        entries.addAll(TrailLines.open(record));
        return entries;
    }
}
