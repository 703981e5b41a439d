package io.usher.engine.event;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Port: which workflows use an event type; asked before one is deleted and for the dependencies of row R10. */
public interface EventTypeUse {

    Mono<Map<EventTypeKey, List<Use>>> uses(WorkspaceId workspace, List<EventTypeKey> keys);

    /** One workflow that starts or stops (or waits) on the event type. */
    record Use(WorkflowId workflow, String name, String status, boolean start, boolean stop) {}
}
