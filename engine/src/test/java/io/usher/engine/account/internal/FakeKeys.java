package io.usher.engine.account.internal;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** API keys in memory; passes the same contract as MongoDB's. Remembers each use that was noted. */
final class FakeKeys implements ApiKeyStore {

    private static final Comparator<StoredApiKey> NEWEST_FIRST = Comparator.comparing(StoredApiKey::createdAt)
            .thenComparing(StoredApiKey::id)
            .reversed();

    final List<Instant> uses = new ArrayList<>();
    boolean away;

    private final Map<String, StoredApiKey> rows = new HashMap<>();
    private final Set<String> revoked = new HashSet<>();

    @Override
    public Mono<Void> insert(StoredApiKey key, Actor maker) {
        return Mono.fromRunnable(() -> {
            if (rows.putIfAbsent(key.id(), key) != null) {
                throw Taken.id(key.id());
            }
        });
    }

    @Override
    public Mono<StoredApiKey> find(String id) {
        return Mono.fromSupplier(() -> holding(id));
    }

    private @Nullable StoredApiKey holding(String id) {
        return revoked.contains(id) ? null : rows.get(id);
    }

    @Override
    public Mono<Map<String, String>> names(Collection<String> ids) {
        return Mono.fromSupplier(() -> rows.values().stream()
                .filter(key -> ids.contains(key.id()))
                .collect(Collectors.toMap(StoredApiKey::id, StoredApiKey::name)));
    }

    @Override
    public Mono<Page<StoredApiKey>> list(WorkspaceId workspace, PageRequest page) {
        return Mono.fromSupplier(() -> {
            var behind = rows.values().stream()
                    .filter(key -> key.workspace().equals(workspace) && holding(key.id()) != null)
                    .sorted(NEWEST_FIRST)
                    .filter(key -> page.cursor() == null || NEWEST_FIRST.compare(key, rows.get(page.cursor())) > 0)
                    .limit(page.limit() + 1L)
                    .toList();
            return behind.size() <= page.limit()
                    ? new Page<>(behind, null)
                    : new Page<>(
                            behind.subList(0, page.limit()),
                            behind.get(page.limit() - 1).id());
        });
    }

    @Override
    public Mono<Void> used(String id, Instant at, Instant notedBefore) {
        return Mono.fromRunnable(() -> {
            if (away) {
                throw new IllegalStateException();
            }
            var noted = rows.get(id).lastUsedAt();
            if (noted == null || !noted.isAfter(notedBefore)) {
                uses.add(at);
                rows.computeIfPresent(id, (key, row) -> usedAt(row, at));
            }
        });
    }

    private static StoredApiKey usedAt(StoredApiKey key, Instant at) {
        return new StoredApiKey(
                key.id(),
                key.workspace(),
                key.name(),
                key.hash(),
                key.scopes(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                at);
    }

    @Override
    public Mono<String> revoke(WorkspaceId workspace, String id, Actor actor, Instant at) {
        return Mono.defer(() -> {
            var key = holding(id);
            if (key == null || !key.workspace().equals(workspace)) {
                return Mono.empty();
            }
            revoked.add(id);
            return Mono.just(key.name());
        });
    }
}
