package io.usher.engine.shared;

/** Names one workflow; unique over all workspaces. */
public record WorkflowId(String value) {

    public WorkflowId {
        Ids.check("WorkflowId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
