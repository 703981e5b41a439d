package io.usher.engine.account;

import io.usher.engine.account.Caller.Scope;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The API keys of a workspace. */
public interface ApiKeys {

    /** Makes a key; its text is in the answer and nowhere else. */
    Mono<Created> create(WorkspaceId workspace, String name, Set<Scope> scopes, String createdBy);

    /** The keys that are not revoked, newest first. */
    Mono<Page<ApiKey>> list(WorkspaceId workspace, PageRequest page);

    /** Ends a key; here at once, on other instances within 30 seconds. 404 when there is none. */
    Mono<Void> revoke(WorkspaceId workspace, String id);

    /** A key as it may be shown. */
    record ApiKey(String id, String name, Set<Scope> scopes, Instant createdAt, String createdBy) {}

    /** A new key and its text. */
    record Created(ApiKey key, String text) {}
}
