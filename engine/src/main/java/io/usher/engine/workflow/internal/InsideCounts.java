package io.usher.engine.workflow.internal;

import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.JourneysInside;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many journeys are inside workflows, and how many began, as the module above says. */
@Component
public class InsideCounts {

    private final ObjectProvider<JourneysInside> journeys;

    InsideCounts(ObjectProvider<JourneysInside> journeys) {
        this.journeys = journeys;
    }

    Mono<Long> inside(Workflow workflow) {
        return inside(workflow.workspace(), List.of(workflow.id()))
                .map(counts -> counts.getOrDefault(workflow.id(), 0L));
    }

    /** Per workflow; those without any may be left out. */
    public Mono<Map<WorkflowId, Long>> inside(WorkspaceId workspace, Collection<WorkflowId> workflows) {
        return Mono.justOrEmpty(journeys.getIfAvailable())
                .flatMap(port -> port.inside(workspace, workflows))
                .defaultIfEmpty(Map.of());
    }

    /** Journeys that began since then, per workflow; those without any may be left out. */
    Mono<Map<WorkflowId, Long>> started(WorkspaceId workspace, Collection<WorkflowId> workflows, Instant since) {
        return Mono.justOrEmpty(journeys.getIfAvailable())
                .flatMap(port -> port.started(workspace, workflows, since))
                .defaultIfEmpty(Map.of());
    }
}
