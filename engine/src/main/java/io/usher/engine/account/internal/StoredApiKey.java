package io.usher.engine.account.internal;

import io.usher.engine.account.ApiKeys.ApiKey;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API key as it is kept: the secret only as a hash. */
public record StoredApiKey(
        String id,
        WorkspaceId workspace,
        String name,
        String hash,
        Set<Scope> scopes,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public StoredApiKey {
        scopes = Set.copyOf(scopes);
    }

    boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    ApiKey shown() {
        return new ApiKey(id, name, scopes, createdAt, createdBy, expiresAt, lastUsedAt);
    }
}
