package io.usher.engine.account.internal;

import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;

/**
 * A person who may sign in.
 *
 * @param name lower-cased and unique
 * @param passwordHash Argon2id
 * @param passwordVersion one more with each new password; sessions of another version have ended
 */
public record User(
        String id,
        String name,
        String passwordHash,
        int passwordVersion,
        boolean mustChangePassword,
        List<WorkspaceId> workspaces,
        Instant createdAt,
        Profile profile) {

    public User {
        workspaces = List.copyOf(workspaces);
    }

    User withHash(String hash) {
        return new User(id, name, hash, passwordVersion, mustChangePassword, workspaces, createdAt, profile);
    }
}
