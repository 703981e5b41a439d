package io.usher.engine.workflow.web;

import io.usher.engine.shared.Page;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.InsideCounts;
import io.usher.engine.workflow.internal.Workflow;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts workflows and the numbers of their journeys together. */
@Component
class WorkflowAnswers {

    private final InsideCounts counts;

    WorkflowAnswers(InsideCounts counts) {
        this.counts = counts;
    }

    Mono<WorkflowAnswer> of(Workflow workflow) {
        return counts.inside(workflow.workspace(), List.of(workflow.id()))
                .map(inside -> WorkflowAnswer.of(workflow, inside.getOrDefault(workflow.id(), 0L)));
    }

    Mono<Page<WorkflowAnswer>> of(WorkspaceId workspace, Page<Workflow> page) {
        var ids = page.items().stream().map(Workflow::id).toList();
        return counts.inside(workspace, ids)
                .map(inside ->
                        page.map(workflow -> WorkflowAnswer.of(workflow, inside.getOrDefault(workflow.id(), 0L))));
    }
}
