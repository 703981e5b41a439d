package io.usher.engine.account.internal;

import io.usher.engine.account.Workspace;
import io.usher.engine.shared.WorkspaceId;
import reactor.core.publisher.Mono;

/** Where workspaces are kept. */
public interface WorkspaceStore {

    Mono<Workspace> find(WorkspaceId id);

    /** A duplicate key error when the id is taken. */
    Mono<Void> insert(Workspace workspace);
}
