package io.usher.engine.message.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Connectors;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.MessageConnection.Change;
import io.usher.engine.message.MessageProperties;
import io.usher.engine.message.MessageSender;
import io.usher.engine.message.internal.FakeConnector;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.secret.SecretKeys;
import io.usher.engine.platform.secret.SecretProperties;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final Change CHANGE = new Change(Instant.EPOCH, new NamedActor(Actor.system("test"), "Test"));
    private static final SecretKeys KEYS = new SecretKeys(new SecretProperties("k".repeat(40)));

    private final FakeConnectionStore store = new FakeConnectionStore();
    private final ConnectionSecrets secrets = new ConnectionSecrets(KEYS);

    @Test
    void shouldTakeWhatTheEnvironmentGivesWhereAWorkspaceHasNothing() {
        var route = route("smtp://mail.usher.test", "Shop <shop@usher.se>", null);

        assertThat(connection(route)).isEqualTo(MessageConnection.ENVIRONMENT);
        assertThat(route.from()).isEqualTo(new Address("shop@usher.se", "Shop"));
        assertThat(route.catcher()).isTrue();
        assertThat(route("smtp://mail.usher.test", "shop@usher.se", new Address("", "Eva"))
                        .from())
                .isEqualTo(new Address("shop@usher.se", "Eva"));
        assertThat(route("smtp://mail.usher.test", "Shop <shop@usher.se>", new Address("eva@usher.se", null))
                        .from())
                .isEqualTo(new Address("eva@usher.se", null));
    }

    @Test
    void shouldShowOfTheEnvironmentsServerNoUser() {
        var properties =
                new MessageProperties("smtp://house:geheim@mail.usher.test:2525", null, false, Duration.ofMinutes(3));
        var environment = new EnvironmentConnection(properties);

        assertThat(environment.shown(WORKSPACE).orElseThrow().settings())
                .containsOnlyKeys("host", "port", "encryption")
                .containsEntry("host", "mail.usher.test");
        assertThat(environment.connection().orElseThrow().settings()).containsEntry("user", "house");
    }

    @Test
    void shouldSayWhatIsMissing() {
        var route = route(null, null, null);

        assertThat(route.connection()).isNull();
        assertThat(route.from()).isNull();
        assertThat(route.queue()).isEqualTo("none");
    }

    @Test
    void shouldTakeTheWorkspacesOwnBeforeTheEnvironments() {
        connection("one", true, Map.of());

        var route = route("smtp://mail.usher.test", "shop@usher.se", null);

        assertThat(connection(route)).isEqualTo("one");
        assertThat(route.catcher()).isFalse();
        assertThat(route.from()).isEqualTo(new Address("shop@usher.se", null));
    }

    @Test
    void shouldTakeTheConnectionOfTheSenderThatAMessageNames() {
        connection("one", true, Map.of());
        connection("two", true, Map.of());
        sender("first", "one", "a@usher.se", "A");
        sender("second", "two", "b@usher.se", "B");

        assertThat(connection(route(null, null, null))).isEqualTo("one");
        assertThat(route(null, null, null).from()).isEqualTo(new Address("a@usher.se", "A"));
        var named = route(null, null, new Address("B@usher.se", null));
        assertThat(connection(named)).isEqualTo("two");
        assertThat(named.from()).isEqualTo(new Address("B@usher.se", "B"));
    }

    @Test
    void shouldNotTakeOneThatIsSwitchedOff() {
        connection("one", false, Map.of());
        sender("first", "one", "a@usher.se", "A");

        assertThat(connection(route("smtp://mail.usher.test", null, null))).isEqualTo(MessageConnection.ENVIRONMENT);
        assertThat(route("smtp://mail.usher.test", null, null).from()).isNull();
    }

    @Test
    void shouldOpenSecretsOnlyWithTheirKeyAndOnlyForTheirConnection() {
        connection("one", true, Map.of("password", "geheim"));
        var one = store.connections.getFirst();

        assertThat(one.toString()).doesNotContain("geheim");
        assertThat(secrets.opened(one).orElseThrow().secrets()).containsEntry("password", "geheim");
        var other = new ConnectionSecrets(new SecretKeys(new SecretProperties("x".repeat(40))));
        assertThat(other.opened(one)).isEmpty();
        var rotated =
                new ConnectionSecrets(new SecretKeys(new SecretProperties("x".repeat(40) + "," + "k".repeat(40))));
        assertThat(rotated.opened(one)).isPresent();
        var moved = new StoredConnection(shown("two", true, Set.of("password")), one.sealed());
        assertThat(secrets.opened(moved)).isEmpty();
    }

    @Test
    void shouldOpenTheConnectionThatWasChosenThoughItWasChangedMeanwhile() {
        connection("one", true, Map.of("password", "geheim"));
        var routes = routes(null, null);
        var route = Async.value(routes.route(WORKSPACE, Channel.EMAIL, null));

        store.connections.clear();
        routes.forget(WORKSPACE);
        connection("one", false, Map.of("password", "other"));

        var opened = routes.opened(Objects.requireNonNull(route.chosen())).orElseThrow();
        assertThat(opened.secrets()).containsEntry("password", "geheim");
        assertThat(Async.value(routes.route(WORKSPACE, Channel.EMAIL, null)).connection())
                .isNull();
    }

    private void connection(String id, boolean enabled, Map<String, String> given) {
        var changes = new HashMap<String, @Nullable String>(given);
        store.connections.add(
                new StoredConnection(shown(id, enabled, given.keySet()), secrets.changed(id, Map.of(), changes)));
    }

    private static MessageConnection shown(String id, boolean enabled, Set<String> secrets) {
        return new MessageConnection(
                id,
                WORKSPACE,
                "smtp",
                Channel.EMAIL,
                id,
                Map.of("host", "mail.usher.test"),
                secrets,
                enabled,
                false,
                null,
                CHANGE,
                1);
    }

    private void sender(String id, String connection, String address, String name) {
        store.senders.add(new MessageSender(id, WORKSPACE, connection, address, name, CHANGE, 1));
    }

    private Route route(@Nullable String url, @Nullable String from, @Nullable Address named) {
        return Async.value(routes(url, from).route(WORKSPACE, Channel.EMAIL, named));
    }

    private Routes routes(@Nullable String url, @Nullable String from) {
        return new Routes(
                store,
                new EnvironmentConnection(new MessageProperties(url, from, true, Duration.ofMinutes(3))),
                new Connectors(List.of(new FakeConnector(mail -> null))),
                secrets);
    }

    private static @Nullable String connection(Route route) {
        return route.connection() == null ? null : route.connection().id();
    }
}
