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

    /** Inserts it with its content, which is stored before; finding the id there is fine. */
    Mono<Void> insert(Message message, Due due);

    /** The connections that messages wait for, from behind this one on, at most so many; each with nobody asked whether it is time. */
    Flux<String> connections(String after, int most);

    /**
     * The waiting messages of a queue that have waited longest and that nobody holds, at most so many, with their contents, now
     * held by this token until then.
     */
    Flux<Message> take(String token, Due.Queue queue, int most, Instant now, Instant leaseUntil);

    /** Waiting messages as an engine of before stored them, without a queue, get one when their time has come; how many, at most so many. */
    Mono<Long> adopt(Instant now, int most);

    /** {@code waiting -> handing-over} if this token holds it; the attempt is counted. */
    Mono<Boolean> begin(MessageId id, String token, Entry entry, Instant leaseUntil);

    /** Into a state in which nothing happens by itself, if it is in one of these and this token holds or held it. */
    Mono<Boolean> settle(MessageId id, String token, Set<State> from, Entry entry);

    /** {@code handing-over} or {@code waiting -> waiting} until then, if this token holds it. */
    Mono<Boolean> postpone(MessageId id, String token, Entry entry, Instant until);

    /** Hand-overs whose lease has ended become uncertain; how many. */
    Mono<Long> expire(Instant now, Entry entry);

    /** Waiting and held messages of the journey; {@code withdrawn}, or {@code uncertain} for those that may have gone out. */
    Mono<Long> withdraw(JourneyId journey, Entry withdrawn, Entry uncertain);

    /** The same for one message. */
    Mono<Boolean> withdraw(MessageId id, Entry withdrawn, Entry uncertain);

    /** Back to waiting from exactly this state; from uncertain it is marked as one that may have gone out. */
    Mono<Message> again(Message read, Entry entry, AuditEntry audit, Due due);

    /** With its content. */
    Mono<Message> find(WorkspaceId workspace, MessageId id);

    Mono<Page<Message>> list(WorkspaceId workspace, MessageHistory.Query query, PageRequest page);

    /** The journey's messages, oldest first, without bodies. */
    Flux<Message> ofJourney(WorkspaceId workspace, JourneyId journey);
}
