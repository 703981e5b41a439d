package io.usher.engine.account;

import io.usher.engine.shared.WorkspaceId;
import reactor.core.publisher.Mono;

/** The workspaces of this installation; the first start makes one, {@code main}. */
public interface Workspaces {

    /** Empty when there is none of this id; answered from a cache of some seconds. */
    Mono<Workspace> find(WorkspaceId id);

    /** Makes a workspace; 409 when the id is taken. */
    Mono<Workspace> create(Workspace workspace);
}
