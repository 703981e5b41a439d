package io.usher.engine.workflow;

import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;

/**
 * One activated state of a workflow; never changes. {@code processId} is its own on the broker, {@code deployable} what was
 * deployed, {@code drawn} the bytes of the drawing.
 */
public record Version(
        WorkflowId workflow,
        WorkspaceId workspace,
        int n,
        String workflowName,
        Graph graph,
        String processId,
        byte[] drawn,
        byte[] deployable,
        Instant activatedAt,
        String activatedBy) {}
