package io.usher.engine.contact.internal;

import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.shared.WorkspaceId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose phone numbers those without a country's code are. */
@Component
class Countries {

    private static final String DEFAULT = "SE";

    private final Workspaces workspaces;

    Countries(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    Mono<String> of(WorkspaceId workspace) {
        return workspaces.find(workspace).map(Workspace::country).defaultIfEmpty(DEFAULT);
    }
}
