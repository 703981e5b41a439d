package io.usher.engine.rule;

import io.usher.engine.shared.WorkspaceId;
import java.time.ZoneId;
import reactor.core.publisher.Mono;

/** Port: where times without zone are meant. */
public interface WorkspaceZones {

    /** The workspace's zone; UTC when there is no such workspace. */
    Mono<ZoneId> zone(WorkspaceId workspace);
}
