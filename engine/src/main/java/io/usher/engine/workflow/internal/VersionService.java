package io.usher.engine.workflow.internal;

import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.VersionStore.State;
import io.usher.engine.workflow.internal.VersionStore.StoredVersion;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The versions of a workspace's workflows that were activated. */
@Component
public class VersionService {

    private final WorkflowService service;
    private final VersionStore versions;

    VersionService(WorkflowService service, VersionStore versions) {
        this.service = service;
        this.versions = versions;
    }

    /** Newest first. */
    public Flux<StoredVersion> list(WorkspaceId workspace, WorkflowId id) {
        return service.find(workspace, id).flatMapMany(workflow -> versions.activated(id));
    }

    /** The version; 404 when there is none of this number. */
    public Mono<StoredVersion> find(WorkspaceId workspace, WorkflowId id, int n) {
        return service.find(workspace, id)
                .flatMap(workflow -> versions.find(id, n))
                .filter(version -> version.state() == State.ACTIVATED)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("version", String.valueOf(n))));
    }
}
