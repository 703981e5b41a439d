package io.usher.engine.account;

import io.usher.engine.account.Caller.Scope;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The API keys of a workspace. */
public interface ApiKeys {

    /** Makes a key that holds until it is revoked; its text is in the answer and nowhere else. */
    default Mono<Created> create(WorkspaceId workspace, String name, Set<Scope> scopes, NamedActor maker) {
        return create(workspace, name, scopes, maker, null);
    }

    /** Makes a key that is refused from {@code expiresAt} on (null: never). */
    Mono<Created> create(
            WorkspaceId workspace, String name, Set<Scope> scopes, NamedActor maker, @Nullable Instant expiresAt);

    /** The keys that are not revoked, also those that have expired, newest first. */
    Mono<Page<ApiKey>> list(WorkspaceId workspace, PageRequest page);

    /** Ends a key and answers its name; here at once, on other instances within 30 seconds. 404 when there is none. */
    Mono<String> revoke(WorkspaceId workspace, String id, Actor actor);

    /**
     * A key as it may be shown.
     *
     * @param expiresAt refused from then on; null when it does not expire
     * @param lastUsedAt to the minute; null when it was not used yet
     */
    record ApiKey(
            String id,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A new key and its text. */
    record Created(ApiKey key, String text) {}
}
