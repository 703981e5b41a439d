package io.usher.engine.workflow.web;

import io.usher.engine.shared.Page;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Overviews;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.WorkflowService;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts workflows and what belongs to them together. */
@Component
class WorkflowAnswers {

    private final Overviews overviews;

    WorkflowAnswers(Overviews overviews) {
        this.overviews = overviews;
    }

    Mono<WorkflowAnswer> of(Workflow workflow) {
        return overviews.of(workflow).map(WorkflowAnswer::of);
    }

    /** 201 with the draft's ETag. */
    Mono<ResponseEntity<WorkflowAnswer>> created(WorkflowService.Created created) {
        var location = URI.create("/api/v1/workflows/" + created.workflow().id());
        return of(created.workflow())
                .map(answer -> ResponseEntity.created(location)
                        .eTag(created.draftTag())
                        .body(answer));
    }

    Mono<Page<WorkflowAnswer>> of(WorkspaceId workspace, Page<Workflow> page) {
        return overviews
                .of(workspace, page.items())
                .map(found -> new Page<>(found, page.next()).map(WorkflowAnswer::of));
    }
}
