package io.usher.engine.workflow;

import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Port: numbers of journeys per workflow; workflows without any may be left out. */
public interface JourneysInside {

    /** Those that have not ended. */
    Mono<Map<WorkflowId, Long>> inside(WorkspaceId workspace, Collection<WorkflowId> workflows);

    /** Those that were started at or after this time. */
    Mono<Map<WorkflowId, Long>> started(WorkspaceId workspace, Collection<WorkflowId> workflows, Instant since);
}
