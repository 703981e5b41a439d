package io.usher.engine.message.internal;

import io.usher.connectors.channel.PlainText;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Body;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.message.Messages;
import io.usher.engine.message.NewMessage;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class StoredMessages implements Messages, MessageHistory {

    private static final String STILL_UNCERTAIN = "; an earlier try may have gone out";

    private final Outbox outbox;
    private final DeliveryNudge nudge;
    private final Clock clock;
    private final RealTime realTime;

    StoredMessages(Outbox outbox, DeliveryNudge nudge, Clock clock, RealTime realTime) {
        this.outbox = outbox;
        this.nudge = nudge;
        this.clock = clock;
        this.realTime = realTime;
    }

    @Override
    public Mono<Void> store(NewMessage message) {
        return insert(message, entry(State.WAITING, "stored", "Queued for sending"))
                .doOnSuccess(stored -> nudge.stored());
    }

    @Override
    public Mono<Void> storeDropped(NewMessage message, String code, String because) {
        return insert(message, entry(State.DROPPED, code, because));
    }

    private Mono<Void> insert(NewMessage message, Entry entry) {
        return outbox.insert(message(message, entry), realTime.now());
    }

    private static Message message(NewMessage message, Entry entry) {
        var text = message.text() == null ? PlainText.of(message.html()) : message.text();
        return new Message(
                message.id(),
                message.workspace(),
                message.channel(),
                message.kind(),
                message.contact(),
                message.origin(),
                message.to(),
                message.from(),
                message.fromName(),
                message.subject(),
                new Body(message.html(), text),
                entry.at(),
                entry,
                0,
                false,
                List.of(entry));
    }

    @Override
    public Mono<Long> withdraw(JourneyId journey, String because, Instant at) {
        return outbox.withdraw(journey, withdrawn(because, at), uncertain(because, at));
    }

    @Override
    public Mono<Boolean> withdraw(MessageId message, String because, Instant at) {
        return outbox.withdraw(message, withdrawn(because, at), uncertain(because, at));
    }

    private static Entry withdrawn(String because, Instant at) {
        return new Entry(State.WITHDRAWN, at, "withdrawn", because);
    }

    private static Entry uncertain(String because, Instant at) {
        return new Entry(State.UNCERTAIN, at, "withdrawn", because + STILL_UNCERTAIN);
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
        var entry = entry(State.WAITING, "sent-again", "Sent again by " + who.name());
        var audit = AuditEntry.of(
                message.workspace(),
                entry.at(),
                who.actor(),
                "message.sent-again",
                message.id().value(),
                Map.of("from", message.state().key()));
        return outbox.again(message, entry, audit, realTime.now())
                .switchIfEmpty(Mono.error(
                        () -> Problems.conflict("changed-meanwhile", "The message has changed meanwhile; reload it")));
    }

    private static RuntimeException notPossible(State state) {
        return Problems.conflict(
                "not-held", "Only a held or uncertain message can be sent again; this one is " + state.key());
    }

    private Entry entry(State state, String code, String text) {
        return new Entry(state, clock.instant(), code, text);
    }
}
