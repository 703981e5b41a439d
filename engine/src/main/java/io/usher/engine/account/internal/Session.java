package io.usher.engine.account.internal;

import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;

/** A person's session; {@code id} is the hash of its token. */
public record Session(String id, String userId, WorkspaceId workspace, Instant createdAt, Instant usedAt) {}
