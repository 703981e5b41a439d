package io.usher.engine.audience;

import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;

/** A named list of contacts; drawings name it by its key. */
public record Segment(String key, WorkspaceId workspace, String name, Instant createdAt, long revision) {

    /** A new one. */
    public Segment(String key, WorkspaceId workspace, String name, Instant createdAt) {
        this(key, workspace, name, createdAt, 0);
    }

    /** Says which state of the segment this is; who is in it does not count. */
    public String tag() {
        return "segment-" + revision;
    }
}
