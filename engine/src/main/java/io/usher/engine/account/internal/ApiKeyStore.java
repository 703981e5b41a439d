package io.usher.engine.account.internal;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where API keys are kept; a revoked one stays, so that a start with the same key in its environment does not revive it. */
public interface ApiKeyStore {

    /** A duplicate key error when the id is taken. */
    Mono<Void> insert(StoredApiKey key, Actor maker);

    /** The key, if it is not revoked. */
    Mono<StoredApiKey> find(String id);

    /** Names by id, of revoked ones too. */
    Mono<Map<String, String>> names(Collection<String> ids);

    Mono<Page<StoredApiKey>> list(WorkspaceId workspace, PageRequest page);

    /** Notes that the key was used, unless that was noted after {@code notedBefore}. */
    Mono<Void> used(String id, Instant at, Instant notedBefore);

    /** The name of the key that was revoked; empty when there was none to revoke. */
    Mono<String> revoke(WorkspaceId workspace, String id, Actor actor, Instant at);
}
