package io.usher.engine.shared;

/** Names one contact; Usher's own id, unique over all workspaces. */
public record ContactId(String value) {

    public ContactId {
        Ids.check("ContactId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
