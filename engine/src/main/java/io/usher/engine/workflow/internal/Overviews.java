package io.usher.engine.workflow.internal;

import io.usher.engine.event.EventType;
import io.usher.engine.event.EventTypes;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a list of workflows shows beside each of them, for a whole page with one query each. */
@Component
public class Overviews {

    private static final Duration BACK = Duration.ofDays(7);

    private final InsideCounts counts;
    private final DraftStore drafts;
    private final VersionStore versions;
    private final EventTypes types;
    private final Clock clock;

    Overviews(InsideCounts counts, DraftStore drafts, VersionStore versions, EventTypes types, Clock clock) {
        this.counts = counts;
        this.drafts = drafts;
        this.versions = versions;
        this.types = types;
        this.clock = clock;
    }

    /**
     * A workflow with what belongs to it.
     *
     * @param inside journeys that have not ended
     * @param started journeys that began in the last 7 days
     * @param draftDiffers the draft is not what is active; true before the first activation
     * @param names of the event types in its links; one that is not registered is missing
     */
    public record Overview(
            Workflow workflow,
            long inside,
            long started,
            Stamp draft,
            boolean draftDiffers,
            Map<EventTypeKey, String> names) {

        /** The event type's name, else its key. */
        public String name(EventTypeKey type) {
            return names.getOrDefault(type, type.value());
        }
    }

    public Mono<Overview> of(Workflow workflow) {
        return of(workflow.workspace(), List.of(workflow)).map(List::getFirst);
    }

    /** In the order of the workflows, which belong to this workspace. */
    public Mono<List<Overview>> of(WorkspaceId workspace, List<Workflow> workflows) {
        if (workflows.isEmpty()) {
            return Mono.just(List.of());
        }
        var ids = workflows.stream().map(Workflow::id).toList();
        return Mono.zip(
                        counts.inside(workspace, ids),
                        counts.started(workspace, ids, clock.instant().minus(BACK)),
                        drafts.stamps(ids),
                        versions.draftTags(active(workflows)),
                        names(workspace, workflows))
                .map(found -> workflows.stream()
                        .map(workflow -> overview(
                                workflow,
                                new Numbers(found.getT1(), found.getT2()),
                                found.getT3(),
                                found.getT4(),
                                found.getT5()))
                        .toList());
    }

    /** The names of these event types; those that are not registered are missing. */
    public Mono<Map<EventTypeKey, String>> names(WorkspaceId workspace, Collection<Workflow> workflows) {
        var keys = workflows.stream()
                .flatMap(workflow -> workflow.triggers().eventTypes().stream())
                .collect(Collectors.toSet());
        return types.findAll(workspace, keys)
                .map(found -> found.stream().collect(Collectors.toMap(EventType::key, EventType::name)));
    }

    private record Numbers(Map<WorkflowId, Long> inside, Map<WorkflowId, Long> started) {}

    private static Map<WorkflowId, Integer> active(List<Workflow> workflows) {
        var active = new LinkedHashMap<WorkflowId, Integer>();
        workflows.stream()
                .filter(workflow -> workflow.version() > 0)
                .forEach(workflow -> active.put(workflow.id(), workflow.version()));
        return active;
    }

    private static Overview overview(
            Workflow workflow,
            Numbers numbers,
            Map<WorkflowId, Stamp> drafts,
            Map<WorkflowId, String> activeTags,
            Map<EventTypeKey, String> names) {
        var id = workflow.id();
        var draft = Objects.requireNonNull(drafts.get(id), () -> "Workflow " + id + " has no draft");
        return new Overview(
                workflow,
                numbers.inside().getOrDefault(id, 0L),
                numbers.started().getOrDefault(id, 0L),
                draft,
                !draft.tag().equals(activeTags.get(id)),
                names);
    }
}
