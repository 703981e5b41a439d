package io.usher.engine.workflow.internal;

import io.usher.engine.workflow.internal.WorkflowStore.LinksMark;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a change of links seen by every event that is accepted from now on. */
@Component
class LinkChanges {

    private final LinksVersions versions;
    private final WorkflowStore workflows;

    LinkChanges(LinksVersions versions, WorkflowStore workflows) {
        this.versions = versions;
        this.workflows = workflows;
    }

    /** The workflow, after its workspace's links version was raised. */
    Mono<Workflow> announce(Workflow changed) {
        var mark = new LinksMark(
                changed.id(), changed.workspace(), changed.changed().at());
        return announce(mark).thenReturn(changed);
    }

    Mono<Void> announce(LinksMark mark) {
        return versions.raise(mark.workspace()).then(workflows.linksRaised(mark));
    }
}
