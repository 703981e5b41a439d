package io.usher.engine.message;

import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Reason;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The outbox as blocks and journeys see it. */
public interface Messages {

    /** Stores the message as waiting; storing the same id again changes nothing. Delivery follows in its own loop. */
    Mono<Void> store(NewMessage message);

    /**
     * Withdraws the journey's messages that were not handed over; one that may have gone out goes back to uncertain.
     * Repeating is harmless. The number changed now.
     */
    Mono<Long> withdraw(JourneyId journey, Reason because, Instant at);

    /** Withdraws one message if it still waits (a skipped visit). */
    Mono<Boolean> withdraw(MessageId message, Reason because, Instant at);
}
