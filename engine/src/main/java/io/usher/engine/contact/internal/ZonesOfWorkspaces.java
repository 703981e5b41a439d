package io.usher.engine.contact.internal;

import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.rule.WorkspaceZones;
import io.usher.engine.shared.WorkspaceId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Told here because this is the lowest module that knows both workspaces and rules. */
@Component
class ZonesOfWorkspaces implements WorkspaceZones {

    private final Workspaces workspaces;

    ZonesOfWorkspaces(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Mono<ZoneId> zone(WorkspaceId workspace) {
        return workspaces.find(workspace).map(Workspace::zone).defaultIfEmpty(ZoneOffset.UTC);
    }
}
