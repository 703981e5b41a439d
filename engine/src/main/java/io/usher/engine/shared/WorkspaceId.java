package io.usher.engine.shared;

/** Names one workspace: a tenant whose data never meets another's. */
public record WorkspaceId(String value) {

    public WorkspaceId {
        Ids.check("WorkspaceId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
