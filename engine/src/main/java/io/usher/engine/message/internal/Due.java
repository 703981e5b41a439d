package io.usher.engine.message.internal;

import io.usher.engine.message.Message;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.connection.Route;
import java.time.Instant;

/**
 * When and behind what a message has to be looked at.
 *
 * @param at real time: when it may be taken, and while somebody holds it, when that ends
 */
public record Due(Queue queue, Instant at) {

    /** Where a message waits: what is transactional goes before what is marketing, on each connection. */
    public record Queue(String connection, Kind kind) {}

    /** In the queue of this route. */
    static Due of(Message message, Route route, Instant at) {
        return new Due(new Queue(route.queue(), message.kind()), at);
    }
}
