package io.usher.engine.account.internal;

import io.usher.engine.account.Workspace;
import io.usher.engine.shared.WorkspaceId;
import reactor.core.publisher.Mono;

/** Where workspaces are kept. */
public interface WorkspaceStore {

    Mono<Workspace> find(WorkspaceId id);

    /** Whether it took the place of the one with the revision before. */
    Mono<Boolean> replace(Workspace next);

    /** A duplicate key error when the id is taken. */
    Mono<Void> insert(Workspace workspace);
}
