package io.usher.engine.account.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.account.ApiKeys;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Caller.Kind;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.time.UsherClock;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * API keys; one that was found is kept for 30 seconds, and forgotten at once when it is revoked here. Whether it has expired is
 * asked at each request.
 */
@Component
public class CachedApiKeys implements ApiKeys {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final ApiKeyStore store;
    private final UsherClock clock;
    private final Cache<String, StoredApiKey> cache =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
    private final Cache<String, Instant> noted =
            Caffeine.newBuilder().maximumSize(MOST).build();

    CachedApiKeys(ApiKeyStore store, UsherClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Whose key this is; empty when it is unknown, revoked, or its secret is another one, and a
     * {@link CredentialsExpiredException} when it is right and has expired.
     */
    public Mono<Identity> identify(KeyText text) {
        return Mono.defer(() -> Mono.justOrEmpty(cache.getIfPresent(text.id())))
                .switchIfEmpty(store.find(text.id()).doOnNext(found -> cache.put(found.id(), found)))
                .filter(key -> Secrets.same(key.hash(), text.hash()))
                .flatMap(this::used);
    }

    private Mono<Identity> used(StoredApiKey key) {
        var now = clock.instant();
        return key.expired(now)
                ? Mono.error(() -> new CredentialsExpiredException("The key has expired"))
                : noteUse(key.id(), now).thenReturn(identity(key));
    }

    /** At most once a minute; a use that could not be noted is a use all the same. */
    private Mono<Void> noteUse(String id, Instant now) {
        var before = now.minus(NOTED_EVERY);
        var last = noted.asMap().merge(id, now, (known, next) -> known.isAfter(before) ? known : next);
        return last.equals(now) ? store.used(id, now, before).onErrorComplete() : Mono.empty();
    }

    @Override
    public Mono<Created> create(
            WorkspaceId workspace, String name, Set<Scope> scopes, NamedActor maker, @Nullable Instant expiresAt) {
        var text = KeyText.random();
        var key = stored(text, workspace, name, scopes, maker.name(), expiresAt);
        return store.insert(key, maker.actor()).thenReturn(new Created(key.shown(), text.text()));
    }

    /** Adds a key whose text was made elsewhere, unless there is one of its id. */
    Mono<Void> adopt(KeyText text, WorkspaceId workspace, String name, Scope scope) {
        var key = stored(text, workspace, name, Set.of(scope), "first start", null);
        return store.insert(key, Actor.system("first-start")).onErrorComplete(Failures::duplicateKey);
    }

    @Override
    public Mono<Page<ApiKey>> list(WorkspaceId workspace, PageRequest page) {
        return store.list(workspace, page).map(keys -> keys.map(StoredApiKey::shown));
    }

    @Override
    public Mono<String> revoke(WorkspaceId workspace, String id, Actor actor) {
        return store.revoke(workspace, id, actor, clock.instant())
                .doOnSuccess(revoked -> cache.invalidate(id))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("API key", id)));
    }

    private StoredApiKey stored(
            KeyText text,
            WorkspaceId workspace,
            String name,
            Set<Scope> scopes,
            String createdBy,
            @Nullable Instant expiresAt) {
        var now = clock.instant();
        return new StoredApiKey(text.id(), workspace, name, text.hash(), scopes, createdBy, now, expiresAt, null);
    }

    private static Identity identity(StoredApiKey key) {
        var scopes = EnumSet.copyOf(key.scopes());
        if (scopes.contains(Scope.MANAGE)) {
            scopes.addAll(EnumSet.of(Scope.SEND, Scope.READ));
        }
        return new Identity(new Caller(key.workspace(), Kind.KEY, key.id(), key.name(), scopes, null), false, true);
    }
}
