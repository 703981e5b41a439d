package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.account.Caller.Scope;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of API keys must do. */
public abstract class ApiKeyStoreContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Actor ANNA = new Actor(Actor.Kind.PERSON, "anna");

    private final WorkspaceId workspace = new WorkspaceId("w" + Ids.random().substring(0, 11));
    private final WorkspaceId elsewhere = new WorkspaceId("w" + Ids.random().substring(0, 11));

    protected abstract ApiKeyStore keys();

    @Test
    void shouldGiveBackAKeyAsItWasMade() {
        var key = insert(NOON);

        assertThat(find(key)).isEqualTo(key);
        assertThat(Async.await(keys().find(Ids.random()))).isNull();
        assertThat(Async.value(keys().names(List.of(key.id(), Ids.random())))).isEqualTo(Map.of(key.id(), key.name()));
    }

    @Test
    void shouldRefuseAnIdThatIsTakenAlsoByARevokedKey() {
        var key = insert(NOON);
        assertThatThrownBy(() -> Async.await(keys().insert(key, ANNA))).matches(Failures::duplicateKey, "a duplicate");

        revoke(workspace, key);

        assertThatThrownBy(() -> Async.await(keys().insert(key, ANNA))).matches(Failures::duplicateKey, "a duplicate");
        assertThat(find(key)).isNull();
    }

    @Test
    void shouldRevokeOnceAndOnlyInTheKeysOwnWorkspace() {
        var key = insert(NOON);

        assertThat(revoke(elsewhere, key)).isNull();
        assertThat(find(key)).isNotNull();
        assertThat(revoke(workspace, key)).isEqualTo(key.name());
        assertThat(revoke(workspace, key)).isNull();

        assertThat(find(key)).isNull();
        assertThat(Async.value(keys().names(List.of(key.id())))).containsEntry(key.id(), key.name());
    }

    @Test
    void shouldListTheKeysOfAWorkspaceThatHoldTheNewestFirst() {
        var first = insert(NOON);
        var second = insert(NOON.plusSeconds(1));
        var revoked = insert(NOON.plusSeconds(2));
        var third = insert(NOON.plusSeconds(3));
        revoke(workspace, revoked);

        var page = Async.value(keys().list(workspace, new PageRequest(null, 2)));
        assertThat(page.items()).containsExactly(third, second);
        var rest = Async.value(keys().list(workspace, new PageRequest(page.next(), 2)));
        assertThat(rest.items()).containsExactly(first);
        assertThat(rest.next()).isNull();
        assertThat(Async.value(keys().list(elsewhere, new PageRequest(null, 2))).items())
                .isEmpty();
    }

    @Test
    void shouldNoteAUseUnlessOneWasNotedLately() {
        var key = insert(NOON);

        used(key, NOON);
        assertThat(find(key).lastUsedAt()).isEqualTo(NOON);
        used(key, NOON.plusSeconds(59));
        assertThat(find(key).lastUsedAt()).isEqualTo(NOON);
        used(key, NOON.plusSeconds(60));
        assertThat(find(key).lastUsedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    private StoredApiKey insert(Instant at) {
        var id = Ids.random().substring(0, 12);
        var scopes = Set.of(Scope.SEND, Scope.READ);
        var key = new StoredApiKey(id, workspace, "Shop " + id, "hash", scopes, "Anna", at, at.plus(MINUTE), null);
        Async.await(keys().insert(key, ANNA));
        return key;
    }

    private StoredApiKey find(StoredApiKey key) {
        return Async.await(keys().find(key.id()));
    }

    private String revoke(WorkspaceId where, StoredApiKey key) {
        return Async.await(keys().revoke(where, key.id(), ANNA, NOON));
    }

    private void used(StoredApiKey key, Instant at) {
        Async.await(keys().used(key.id(), at, at.minus(MINUTE)));
    }
}
