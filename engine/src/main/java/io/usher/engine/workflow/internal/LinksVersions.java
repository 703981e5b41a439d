package io.usher.engine.workflow.internal;

import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** One number per workspace that rises after each change of what its events can start or stop. */
public interface LinksVersions {

    /** The numbers of these workspaces; one that never changed has 0. */
    Mono<Map<WorkspaceId, Long>> read(Collection<WorkspaceId> workspaces);

    Mono<Void> raise(WorkspaceId workspace);
}
