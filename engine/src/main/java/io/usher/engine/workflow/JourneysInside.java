package io.usher.engine.workflow;

import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Port: how many journeys are not ended, per workflow; workflows without any may be left out. */
public interface JourneysInside {

    Mono<Map<WorkflowId, Long>> inside(WorkspaceId workspace, Collection<WorkflowId> workflows);
}
