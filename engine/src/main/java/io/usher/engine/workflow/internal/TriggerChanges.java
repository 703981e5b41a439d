package io.usher.engine.workflow.internal;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes of triggers. Before the first activation they are kept as they are, so that event types may be registered later; of
 * an activated workflow they hold at once, so they must name what exists.
 */
@Component
public class TriggerChanges {

    private static final int TRIES = 5;

    private final WorkflowService service;
    private final WorkflowStore workflows;
    private final Validation validation;
    private final LinkChanges changes;

    TriggerChanges(WorkflowService service, WorkflowStore workflows, Validation validation, LinkChanges changes) {
        this.service = service;
        this.workflows = workflows;
        this.validation = validation;
        this.changes = changes;
    }

    /** What became of triggers that were sent. */
    public sealed interface Result {

        /** They are stored, and hold. */
        record Changed(Workflow workflow) implements Result {}

        /** Others are there; nothing was stored. */
        record Stale(Workflow now) implements Result {}
    }

    public Mono<Result> change(
            WorkspaceId workspace, WorkflowId id, Triggers triggers, Expected expected, Change change) {
        return service.find(workspace, id)
                .flatMap(workflow -> change(workflow, triggers, expected, change))
                .repeatWhenEmpty(tries -> tries.take(TRIES))
                .switchIfEmpty(Mono.error(Lifecycle::changedMeanwhile));
    }

    /** Empty when somebody else changed them in this moment: they must be read again. */
    private Mono<Result> change(Workflow workflow, Triggers triggers, Expected expected, Change change) {
        if (workflow.status() == Status.ARCHIVED) {
            return Mono.error(WorkflowService.archived());
        }
        if (!expected.admits(workflow.triggersTag())) {
            return Mono.just(new Result.Stale(workflow));
        }
        return checkTypes(workflow, triggers)
                .then(Mono.defer(() -> workflows.triggers(
                        workflow.workspace(), workflow.id(), workflow.triggersRevision(), triggers, change)))
                .flatMap(changes::announce)
                .map(Result.Changed::new);
    }

    private Mono<Void> checkTypes(Workflow workflow, Triggers triggers) {
        if (!workflow.linked()) {
            return Mono.empty();
        }
        return validation
                .knownTypes(workflow.workspace(), triggers.eventTypes())
                .map(known -> unknown(triggers, known))
                .flatMap(errors -> errors.isEmpty() ? Mono.empty() : Mono.error(Problems.invalid(errors)));
    }

    private static List<FieldError> unknown(Triggers triggers, Set<EventTypeKey> known) {
        var errors = new ArrayList<FieldError>();
        var start = triggers.start();
        IntStream.range(0, start.size())
                .filter(i -> !known.contains(start.get(i).eventType()))
                .forEach(
                        i -> errors.add(unknown("start[" + i + "]", start.get(i).eventType())));
        var stop = triggers.stop();
        IntStream.range(0, stop.size())
                .filter(i -> !known.contains(stop.get(i).eventType()))
                .forEach(i -> errors.add(unknown("stop[" + i + "]", stop.get(i).eventType())));
        return errors;
    }

    private static FieldError unknown(String link, EventTypeKey type) {
        return new FieldError(link + ".eventType", "unknown-event-type", "There is no event type \"" + type + "\"");
    }
}
