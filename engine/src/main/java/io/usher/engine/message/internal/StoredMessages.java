package io.usher.engine.message.internal;

import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.Messages;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.internal.connection.Routes;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class StoredMessages implements Messages, MessageHistory {

    private final Outbox outbox;
    private final DeliveryNudge nudge;
    private final Clock clock;
    private final RealTime realTime;
    private final Routes routes;

    StoredMessages(Outbox outbox, DeliveryNudge nudge, Clock clock, RealTime realTime, Routes routes) {
        this.routes = routes;
        this.outbox = outbox;
        this.nudge = nudge;
        this.clock = clock;
        this.realTime = realTime;
    }

    @Override
    public Mono<Void> store(NewMessage message) {
        return insert(message, entry(State.WAITING, MessageReasons.STORED.with()))
                .doOnSuccess(stored -> nudge.stored());
    }

    @Override
    public Mono<Void> storeDropped(NewMessage message, Reason because) {
        return insert(message, entry(State.DROPPED, because));
    }

    private Mono<Void> insert(NewMessage made, Entry entry) {
        var message = Message.made(made, entry);
        return due(message).flatMap(due -> outbox.insert(message, due));
    }

    /** The connection may be another one by the time it is handed over: then it is chosen anew. */
    private Mono<Due> due(Message message) {
        return routes.route(message.workspace(), message.channel(), message.sender())
                .map(route -> Due.of(message, route, realTime.now()));
    }

    @Override
    public Mono<Long> withdraw(JourneyId journey, Reason because, Instant at) {
        return outbox.withdraw(journey, withdrawn(because, at), uncertain(because, at));
    }

    @Override
    public Mono<Boolean> withdraw(MessageId message, Reason because, Instant at) {
        return outbox.withdraw(message, withdrawn(because, at), uncertain(because, at));
    }

    private static Entry withdrawn(Reason because, Instant at) {
        return new Entry(State.WITHDRAWN, at, MessageReasons.WITHDRAWN.with(Reason.nested(because)));
    }

    private static Entry uncertain(Reason because, Instant at) {
        return new Entry(State.UNCERTAIN, at, MessageReasons.WITHDRAWN.with(Reason.nested(because)), true);
    }

    @Override
    public Mono<Message> find(WorkspaceId workspace, MessageId id) {
        return outbox.find(workspace, id);
    }

    @Override
    public Mono<Page<Message>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return outbox.list(workspace, query, page);
    }

    @Override
    public Flux<Message> ofJourney(WorkspaceId workspace, JourneyId journey) {
        return outbox.ofJourney(workspace, journey);
    }

    @Override
    public Mono<Message> sendAgain(WorkspaceId workspace, MessageId id, boolean mayArriveTwice, NamedActor who) {
        return outbox.find(workspace, id)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("message", id.value())))
                .doOnNext(message -> requireResend(message, mayArriveTwice))
                .flatMap(message -> again(message, who))
                .doOnNext(message -> nudge.stored());
    }

    private static void requireResend(Message message, boolean mayArriveTwice) {
        switch (message.state()) {
            case HELD -> {}
            case UNCERTAIN -> {
                if (!mayArriveTwice) {
                    throw Problems.conflict(
                            "may-arrive-twice",
                            "It is not certain whether this message went out. Send {\"mayArriveTwice\":true} to send it"
                                    + " again all the same");
                }
            }
            case WAITING, HANDING_OVER, HANDED_OVER, REFUSED, DROPPED, WITHDRAWN -> throw notPossible(message.state());
        }
    }

    private Mono<Message> again(Message message, NamedActor who) {
        var entry = entry(State.WAITING, MessageReasons.SENT_AGAIN.with(Reason.text(who.name())));
        var audit = AuditEntry.of(
                message.workspace(),
                entry.at(),
                who.actor(),
                "message.sent-again",
                message.id().value(),
                Map.of("from", message.state().key()));
        return due(message)
                .flatMap(due -> outbox.again(message, entry, audit, due))
                .switchIfEmpty(Mono.error(
                        () -> Problems.conflict("changed-meanwhile", "The message has changed meanwhile; reload it")));
    }

    private static RuntimeException notPossible(State state) {
        return Problems.conflict(
                "not-held", "Only a held or uncertain message can be sent again; this one is " + state.key());
    }

    private Entry entry(State state, Reason reason) {
        return new Entry(state, clock.instant(), reason);
    }
}
