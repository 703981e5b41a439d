package io.usher.engine.audience;

import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;

/** A named list of contacts; drawings name it by its key. */
public record Segment(String key, WorkspaceId workspace, String name, Instant createdAt) {}
