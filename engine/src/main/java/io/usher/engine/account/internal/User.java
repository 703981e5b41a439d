package io.usher.engine.account.internal;

import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;

/** A person who may sign in; {@code name} is lower-cased and unique, {@code passwordHash} is Argon2id. */
public record User(
        String id,
        String name,
        String passwordHash,
        boolean mustChangePassword,
        List<WorkspaceId> workspaces,
        Instant createdAt) {

    public User {
        workspaces = List.copyOf(workspaces);
    }
}
