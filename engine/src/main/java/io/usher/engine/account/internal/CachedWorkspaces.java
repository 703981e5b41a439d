package io.usher.engine.account.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Workspaces, kept for ten seconds: nearly every request asks for one. */
@Component
class CachedWorkspaces implements Workspaces {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final WorkspaceStore store;
    private final Cache<WorkspaceId, Workspace> cache =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

    CachedWorkspaces(WorkspaceStore store) {
        this.store = store;
    }

    @Override
    public Mono<Workspace> find(WorkspaceId id) {
        return Mono.defer(() -> Mono.justOrEmpty(cache.getIfPresent(id))).switchIfEmpty(Mono.defer(() -> read(id)));
    }

    @Override
    public Mono<Workspace> read(WorkspaceId id) {
        return store.find(id).doOnNext(found -> cache.put(id, found));
    }

    @Override
    public Mono<Workspace> change(Workspace next) {
        return store.replace(next)
                .doOnTerminate(() -> cache.invalidate(next.id()))
                .filter(Boolean::booleanValue)
                .map(replaced -> next);
    }

    @Override
    public Mono<Workspace> create(Workspace workspace) {
        return store.insert(workspace)
                .onErrorMap(
                        Failures::duplicateKey,
                        taken -> Problems.conflict("workspace-exists", "There is a workspace of this id"))
                .thenReturn(workspace);
    }
}
