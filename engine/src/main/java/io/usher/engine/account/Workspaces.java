package io.usher.engine.account;

import io.usher.engine.shared.WorkspaceId;
import reactor.core.publisher.Mono;

/** The workspaces of this installation; the first start makes one, {@code main}. */
public interface Workspaces {

    /** Empty when there is none of this id; answered from a cache of some seconds. */
    Mono<Workspace> find(WorkspaceId id);

    /** As {@link #find}, read from the store. */
    Mono<Workspace> read(WorkspaceId id);

    /**
     * Puts these settings in the place of those with the revision before; empty when others are there. Other instances go on
     * with the old ones for some seconds.
     */
    Mono<Workspace> change(Workspace next);

    /** Makes a workspace; 409 when the id is taken. */
    Mono<Workspace> create(Workspace workspace);
}
