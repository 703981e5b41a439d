package io.usher.engine.workflow.web;

import io.usher.engine.platform.words.Wording;
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

    Mono<WorkflowAnswer> of(Workflow workflow, Wording wording) {
        return overviews.of(workflow).map(overview -> WorkflowAnswer.of(overview, wording));
    }

    /** With the ETag of name and tags. */
    Mono<ResponseEntity<?>> tagged(Workflow workflow, Wording wording) {
        return of(workflow, wording)
                .<ResponseEntity<?>>map(
                        answer -> ResponseEntity.ok().eTag(workflow.nameTag()).body(answer));
    }

    /** 201 with the draft's ETag. */
    Mono<ResponseEntity<WorkflowAnswer>> created(WorkflowService.Created created, Wording wording) {
        var location = URI.create("/api/v1/workflows/" + created.workflow().id());
        return of(created.workflow(), wording)
                .map(answer -> ResponseEntity.created(location)
                        .eTag(created.draftTag())
                        .body(answer));
    }

    Mono<Page<WorkflowAnswer>> of(WorkspaceId workspace, Page<Workflow> page, Wording wording) {
        return overviews
                .of(workspace, page.items())
                .map(found -> new Page<>(found, page.next()).map(overview -> WorkflowAnswer.of(overview, wording)));
    }
}
