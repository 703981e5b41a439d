package io.usher.engine.message.internal;

import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The stored messages. Each change is one update of one document that asks for the state, and for a sender's change also for
 * its attempt token, so that of two who want to change a message one does. Times of leases are real time.
 */
public interface Outbox {

    /** Inserts; finding the id there is fine. */
    Mono<Void> insert(Message message, Instant nextLook);

    /** The waiting messages that have waited longest and that nobody holds, at most so many, now held by this token until then. */
    Flux<Message> take(String token, int most, Instant now, Instant leaseUntil);

    /** {@code waiting -> handing-over} if this token holds it; the attempt is counted. */
    Mono<Boolean> begin(MessageId id, String token, Entry entry, Instant leaseUntil);

    /** Into a state in which nothing happens by itself, if it is in one of these and this token holds or held it. */
    Mono<Boolean> settle(MessageId id, String token, Set<State> from, Entry entry);

    /** {@code handing-over -> waiting} until then, if this token holds it. */
    Mono<Boolean> postpone(MessageId id, String token, Entry entry, Instant nextLook);

    /** Hand-overs whose lease has ended become uncertain; how many. */
    Mono<Long> expire(Instant now, Entry entry);

    /** Waiting and held messages of the journey; {@code withdrawn}, or {@code uncertain} for those that may have gone out. */
    Mono<Long> withdraw(JourneyId journey, Entry withdrawn, Entry uncertain);

    /** The same for one message. */
    Mono<Boolean> withdraw(MessageId id, Entry withdrawn, Entry uncertain);

    /** Back to waiting from exactly this state; from uncertain it is marked as one that may have gone out. */
    Mono<Message> again(Message read, Entry entry, AuditEntry audit, Instant nextLook);

    Mono<Message> find(WorkspaceId workspace, MessageId id);

    Mono<Page<Message>> list(WorkspaceId workspace, MessageHistory.Query query, PageRequest page);

    /** The journey's messages, oldest first, without bodies. */
    Flux<Message> ofJourney(WorkspaceId workspace, JourneyId journey);
}
