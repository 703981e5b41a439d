package io.usher.engine.workflow.internal;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow.Change;
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

    private final Shelf shelf;
    private final WorkflowStore workflows;
    private final Validation validation;
    private final LinkChanges changes;

    TriggerChanges(Shelf shelf, WorkflowStore workflows, Validation validation, LinkChanges changes) {
        this.shelf = shelf;
        this.workflows = workflows;
        this.validation = validation;
        this.changes = changes;
    }

    public Mono<Workflow> change(WorkspaceId workspace, WorkflowId id, Triggers triggers, Change change) {
        return shelf.find(workspace, id)
                .flatMap(workflow -> checkTypes(workflow, triggers))
                .then(Mono.defer(() -> workflows.triggers(workspace, id, triggers, change)))
                .switchIfEmpty(Mono.defer(() -> shelf.notChangeable(workspace, id)))
                .flatMap(changes::announce);
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
