package io.usher.engine.workflow.internal;

import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Inside;
import io.usher.engine.workflow.internal.WorkflowStore.Key;
import io.usher.engine.workflow.internal.WorkflowStore.Move;
import io.usher.engine.workflow.internal.WorkflowStore.Step;
import java.util.EnumSet;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Pause, resume and archive. Repeating one is harmless and raises the links version again. */
@Component
public class Lifecycle {

    private static final int TRIES = 3;

    private final WorkflowService service;
    private final WorkflowStore workflows;
    private final LinkChanges changes;
    private final InsideCounts counts;

    Lifecycle(WorkflowService service, WorkflowStore workflows, LinkChanges changes, InsideCounts counts) {
        this.service = service;
        this.workflows = workflows;
        this.changes = changes;
        this.counts = counts;
    }

    public Mono<Workflow> pause(WorkspaceId workspace, WorkflowId id, Inside inside, Change change) {
        return move(workspace, id, change, workflow -> pause(workflow, inside));
    }

    public Mono<Workflow> resume(WorkspaceId workspace, WorkflowId id, Change change) {
        return move(workspace, id, change, Lifecycle::resume);
    }

    /** Refused with their number while journeys are inside. */
    public Mono<Workflow> archive(WorkspaceId workspace, WorkflowId id, Change change) {
        return service.find(workspace, id)
                .flatMap(counts::inside)
                .flatMap(inside -> inside == 0 ? Mono.just(inside) : Mono.error(inside(inside)))
                .then(Mono.defer(() -> move(workspace, id, change, Lifecycle::archive)));
    }

    private static Mono<Move> pause(Workflow workflow, Inside inside) {
        return switch (workflow.status()) {
            case ACTIVE, PAUSED -> Mono.just(new Move(Step.PAUSED, workflow.version(), inside));
            case DRAFT -> notActivated();
            case ARCHIVED -> Mono.error(WorkflowService.archived());
        };
    }

    private static Mono<Move> resume(Workflow workflow) {
        return switch (workflow.status()) {
            case ACTIVE, PAUSED -> Mono.just(new Move(Step.RESUMED, workflow.version(), Inside.GO_ON));
            case DRAFT -> notActivated();
            case ARCHIVED -> Mono.error(WorkflowService.archived());
        };
    }

    private static Mono<Move> archive(Workflow workflow) {
        return Mono.just(new Move(Step.ARCHIVED, workflow.version(), Inside.GO_ON));
    }

    private static Mono<Move> notActivated() {
        return Mono.error(Problems.conflict("not-activated", "The workflow has never been activated"));
    }

    private static RuntimeException inside(long inside) {
        var people = inside == 1 ? "1 journey is" : inside + " journeys are";
        return Problems.conflict(
                "journeys-inside", people + " still inside; stop them or let them end before archiving the workflow");
    }

    private Mono<Workflow> move(
            WorkspaceId workspace, WorkflowId id, Change change, Function<Workflow, Mono<Move>> decide) {
        return service.find(workspace, id)
                .flatMap(workflow -> decide.apply(workflow).flatMap(move -> move(workflow, move, change)))
                .repeatWhenEmpty(tries -> tries.take(TRIES))
                .switchIfEmpty(Mono.error(Lifecycle::changedMeanwhile))
                .flatMap(changes::announce);
    }

    private Mono<Workflow> move(Workflow workflow, Move move, Change change) {
        var key = new Key(workflow.workspace(), workflow.id());
        return workflows.move(key, workflow.lifecycle(), EnumSet.of(workflow.status()), move, change);
    }

    static RuntimeException changedMeanwhile() {
        return Problems.conflict(
                "changed-meanwhile", "Somebody else changed the workflow at the same moment; reload and try again");
    }
}
