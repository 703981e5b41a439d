package io.usher.engine.account.internal;

import io.usher.engine.account.SecurityLog.Kept;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where the security log is kept. */
public interface SecurityLogStore {

    /** Does nothing when there is an entry of this id. */
    Mono<Void> insert(Kept entry);

    Mono<Page<Kept>> list(WorkspaceId workspace, PageRequest page);

    Mono<Void> deleteOlderThan(Instant time);
}
