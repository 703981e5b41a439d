package io.usher.engine.account.internal;

import io.usher.engine.account.ApiKeys.ApiKey;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Set;

/** An API key as it is kept: the secret only as a hash. */
public record StoredApiKey(
        String id,
        WorkspaceId workspace,
        String name,
        String hash,
        Set<Scope> scopes,
        String createdBy,
        Instant createdAt) {

    public StoredApiKey {
        scopes = Set.copyOf(scopes);
    }

    ApiKey shown() {
        return new ApiKey(id, name, scopes, createdAt, createdBy);
    }
}
