package io.usher.engine.message.internal;

import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An outbox in memory with one message and the store's rules about states and tokens. */
final class OneMessageOutbox implements Outbox {

    static final String CONNECTION = "environment";

    private Message message;
    private String token;
    private Instant nextLook;
    private int away;
    private boolean lost;
    private Mono<Message> endOfTaking = Mono.empty();

    OneMessageOutbox(Message message) {
        this.message = message;
        this.nextLook = Instant.MIN;
    }

    Message message() {
        return message;
    }

    Instant nextLook() {
        return nextLook;
    }

    /** So many of the next changes are not answered, and made all the same when only their answers are {@code lost}. */
    void goAway(int changes, boolean lost) {
        this.away = changes;
        this.lost = lost;
    }

    /** What comes behind the message when it is taken, or where there is none: an error, or nothing ever. */
    void endTakingWith(Mono<Message> end) {
        this.endOfTaking = end;
    }

    private Mono<Boolean> answered(Supplier<Boolean> change) {
        return Mono.fromSupplier(() -> {
            if (away == 0) {
                return change.get();
            }
            away--;
            if (lost) {
                change.get();
            }
            throw new UnavailableException("The store is away", new TimeoutException());
        });
    }

    private boolean change(boolean allowed, Entry entry, String newToken, Instant look, int tries) {
        if (allowed) {
            var history = new ArrayList<>(message.history());
            history.add(entry);
            message = new Message(
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
                    message.content(),
                    message.createdAt(),
                    entry,
                    message.attempts() + tries,
                    message.mayHaveGoneOut(),
                    history);
            token = newToken;
            nextLook = look;
        }
        return allowed;
    }

    private boolean mine(String asking, Set<State> states) {
        return asking.equals(token) && states.contains(message.state());
    }

    @Override
    public Flux<String> connections(String after, int most) {
        return after.isEmpty() ? Flux.just(CONNECTION) : Flux.empty();
    }

    @Override
    public Flux<Message> take(String asking, Due.Queue queue, int most, Instant now, Instant leaseUntil) {
        if (queue.kind() != message.kind()) {
            return Flux.empty();
        }
        if (message.state() != State.WAITING || nextLook.isAfter(now)) {
            return Flux.from(endOfTaking);
        }
        token = asking;
        nextLook = leaseUntil;
        return Flux.just(message).concatWith(endOfTaking);
    }

    @Override
    public Mono<Boolean> begin(MessageId id, String asking, Entry entry, Instant leaseUntil) {
        return answered(() -> change(mine(asking, Set.of(State.WAITING)), entry, asking, leaseUntil, 1));
    }

    @Override
    public Mono<Boolean> settle(MessageId id, String asking, Set<State> from, Entry entry) {
        return answered(() -> change(mine(asking, from), entry, asking, Instant.MAX, 0));
    }

    @Override
    public Mono<Boolean> postpone(MessageId id, String asking, Entry entry, Instant look) {
        return answered(() -> change(mine(asking, Set.of(State.HANDING_OVER, State.WAITING)), entry, null, look, 0));
    }

    @Override
    public Mono<Long> expire(Instant now, Entry entry) {
        boolean ended = message.state() == State.HANDING_OVER && !nextLook.isAfter(now);
        return Mono.just(change(ended, entry, token, Instant.MAX, 0) ? 1L : 0L);
    }

    @Override
    public Mono<Long> withdraw(JourneyId journey, Entry withdrawn, Entry uncertain) {
        boolean open = message.state() == State.WAITING || message.state() == State.HELD;
        return Mono.just(change(open, withdrawn, null, Instant.MAX, 0) ? 1L : 0L);
    }

    @Override
    public Mono<Long> adopt(Instant now, int most) {
        return Mono.just(0L);
    }

    @Override
    public Mono<Void> insert(Message other, Due due) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Boolean> withdraw(MessageId id, Entry withdrawn, Entry uncertain) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Message> again(Message read, Entry entry, AuditEntry audit, Due due) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Message> find(WorkspaceId workspace, MessageId id) {
        return Mono.just(message);
    }

    @Override
    public Mono<Page<Message>> list(WorkspaceId workspace, MessageHistory.Query query, PageRequest page) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Flux<Message> ofJourney(WorkspaceId workspace, JourneyId journey) {
        return Flux.just(message);
    }
}
