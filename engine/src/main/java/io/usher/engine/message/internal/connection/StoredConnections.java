package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Connector.Answer;
import io.usher.connectors.channel.Connectors;
import io.usher.engine.message.Connections;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.MessageConnection.Answered;
import io.usher.engine.message.MessageConnection.Change;
import io.usher.engine.message.MessageSender;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Component
class StoredConnections implements Connections {

    private static final int MOST = 100;

    private final ConnectionStore store;
    private final Routes routes;
    private final EnvironmentConnection environment;
    private final ConnectionChecks checks;
    private final ConnectionSecrets secrets;
    private final Clock clock;

    StoredConnections(
            ConnectionStore store,
            Routes routes,
            EnvironmentConnection environment,
            Connectors connectors,
            ConnectionSecrets secrets,
            Clock clock) {
        this.store = store;
        this.routes = routes;
        this.environment = environment;
        this.checks = new ConnectionChecks(connectors);
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Mono<List<MessageConnection>> all(WorkspaceId workspace) {
        return allStored(workspace)
                .map(all -> all.stream().map(StoredConnection::shown).toList());
    }

    private Mono<List<StoredConnection>> allStored(WorkspaceId workspace) {
        return store.connections(workspace)
                .map(own -> Stream.concat(environment.stored(workspace).stream(), own.stream())
                        .toList());
    }

    @Override
    public Mono<MessageConnection> find(WorkspaceId workspace, String id) {
        return stored(workspace, id).map(StoredConnection::shown);
    }

    private Mono<StoredConnection> stored(WorkspaceId workspace, String id) {
        return allStored(workspace)
                .flatMapIterable(all -> all)
                .filter(each -> each.shown().id().equals(id))
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.notFound("connection", id)));
    }

    @Override
    public Mono<MessageConnection> create(Draft draft, Map<String, String> given, NamedActor who) {
        var connector = checks.connection(draft, given.keySet());
        var id = Ids.random();
        var sealed = secrets.changed(id, Map.of(), Map.copyOf(given));
        var change = new Change(now(), who);
        var made = new StoredConnection(
                new MessageConnection(
                        id,
                        draft.workspace(),
                        draft.kind(),
                        ConnectionChecks.channel(connector),
                        draft.name(),
                        draft.settings(),
                        sealed.keySet(),
                        draft.enabled(),
                        draft.catcher(),
                        null,
                        change,
                        1),
                sealed);
        return store.connections(draft.workspace())
                .doOnNext(there -> requireRoom(there.size(), "connections"))
                .then(store.insert(made, audit(made.shown(), "connection.made", change)))
                .doOnTerminate(() -> routes.forget(draft.workspace()))
                .thenReturn(made.shown());
    }

    @Override
    public Mono<MessageConnection> change(
            MessageConnection now, Draft draft, Map<String, @Nullable String> changes, NamedActor who) {
        requireOwn(now);
        return store.connections(now.workspace())
                .flatMapIterable(all -> all)
                .filter(each -> each.shown().id().equals(now.id()))
                .next()
                .flatMap(stored -> replaced(stored, now, draft, changes, who));
    }

    private Mono<MessageConnection> replaced(
            StoredConnection stored,
            MessageConnection now,
            Draft draft,
            Map<String, @Nullable String> changes,
            NamedActor who) {
        var sealed = secrets.changed(now.id(), stored.sealed(), changes);
        checks.connection(draft, sealed.keySet());
        checks.staying(stored.shown(), draft, staying(stored, changes));
        var change = new Change(now(), who);
        var next = new MessageConnection(
                now.id(),
                now.workspace(),
                now.kind(),
                now.channel(),
                draft.name(),
                draft.settings(),
                sealed.keySet(),
                draft.enabled(),
                draft.catcher(),
                now.answered(),
                change,
                now.revision() + 1);
        return store.replace(new StoredConnection(next, sealed), audit(next, "connection.changed", change))
                .doOnTerminate(() -> routes.forget(now.workspace()))
                .filter(Boolean::booleanValue)
                .map(replaced -> next);
    }

    private static Set<String> staying(StoredConnection stored, Map<String, @Nullable String> changes) {
        return stored.sealed().keySet().stream()
                .filter(name -> !changes.containsKey(name))
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Boolean> delete(MessageConnection now, NamedActor who) {
        requireOwn(now);
        return store.senders(now.workspace())
                .doOnNext(senders -> requireUnused(senders, now.id()))
                .then(Mono.defer(() -> store.delete(now, audit(now, "connection.deleted", new Change(now(), who)))))
                .doOnTerminate(() -> routes.forget(now.workspace()));
    }

    @Override
    public Mono<Answer> test(WorkspaceId workspace, String id) {
        return stored(workspace, id)
                .flatMap(found -> Mono.justOrEmpty(routes.opened(found))
                        .switchIfEmpty(
                                Mono.error(
                                        () -> Problems.conflict(
                                                "unreadable-secret",
                                                "The secrets of this connection cannot be read with the keys that are given; enter them anew")))
                        .flatMap(opened -> Mono.fromCallable(() ->
                                        checks.connector(found.shown().kind()).test(opened))
                                .subscribeOn(Schedulers.boundedElastic()))
                        .flatMap(answer -> keep(found.shown(), answer).thenReturn(answer)));
    }

    private Mono<Void> keep(MessageConnection connection, Answer answer) {
        return connection.id().equals(MessageConnection.ENVIRONMENT)
                ? Mono.empty()
                : store.answered(connection.id(), new Answered(now(), answer.well(), answer.words()));
    }

    @Override
    public Mono<List<MessageSender>> senders(WorkspaceId workspace) {
        return store.senders(workspace);
    }

    @Override
    public Mono<MessageSender> sender(WorkspaceId workspace, String id) {
        return store.senders(workspace)
                .flatMapIterable(all -> all)
                .filter(each -> each.id().equals(id))
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.notFound("sender", id)));
    }

    @Override
    public Mono<MessageSender> createSender(SenderDraft draft, NamedActor who) {
        var change = new Change(now(), who);
        var made = new MessageSender(
                Ids.random(), draft.workspace(), draft.connection(), draft.address(), draft.name(), change, 1);
        return checked(draft)
                .then(store.senders(draft.workspace()))
                .doOnNext(there -> requireRoom(there.size(), "senders"))
                .then(Mono.defer(() -> store.insert(made, audit(made, "sender.made", change))))
                .doOnTerminate(() -> routes.forget(draft.workspace()))
                .thenReturn(made);
    }

    @Override
    public Mono<MessageSender> changeSender(MessageSender now, SenderDraft draft, NamedActor who) {
        var change = new Change(now(), who);
        var next = new MessageSender(
                now.id(),
                now.workspace(),
                draft.connection(),
                draft.address(),
                draft.name(),
                change,
                now.revision() + 1);
        return checked(draft)
                .then(Mono.defer(() -> store.replace(next, audit(next, "sender.changed", change))))
                .doOnTerminate(() -> routes.forget(now.workspace()))
                .filter(Boolean::booleanValue)
                .map(replaced -> next);
    }

    private Mono<Void> checked(SenderDraft draft) {
        return all(draft.workspace())
                .doOnNext(connections -> checks.sender(draft, connections))
                .then();
    }

    @Override
    public Mono<Boolean> deleteSender(MessageSender now, NamedActor who) {
        return store.delete(now, audit(now, "sender.deleted", new Change(now(), who)))
                .doOnTerminate(() -> routes.forget(now.workspace()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void requireOwn(MessageConnection connection) {
        if (connection.id().equals(MessageConnection.ENVIRONMENT)) {
            throw Problems.conflict(
                    "set-by-environment", "This connection is set by USHER_SMTP_URL; change it there and start anew");
        }
    }

    private static void requireUnused(List<MessageSender> senders, String connection) {
        if (senders.stream().anyMatch(each -> each.connection().equals(connection))) {
            throw Problems.conflict("connection-in-use", "This connection has senders; delete them or move them first");
        }
    }

    private static void requireRoom(int there, String what) {
        if (there >= MOST) {
            throw Problems.conflict("too-many", "A workspace has at most " + MOST + " " + what);
        }
    }

    private static AuditEntry audit(MessageConnection connection, String action, Change change) {
        return AuditEntry.of(
                connection.workspace(),
                change.at(),
                change.by().actor(),
                action,
                connection.id(),
                Map.of("kind", connection.kind(), "revision", String.valueOf(connection.revision())));
    }

    private static AuditEntry audit(MessageSender sender, String action, Change change) {
        return AuditEntry.of(
                sender.workspace(),
                change.at(),
                change.by().actor(),
                action,
                sender.id(),
                Map.of("connection", sender.connection(), "revision", String.valueOf(sender.revision())));
    }
}
