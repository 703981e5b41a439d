package io.usher.engine.message.internal;

import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connector;
import io.usher.connectors.channel.Connectors;
import io.usher.connectors.channel.Content;
import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.Envelope;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.internal.connection.Route;
import io.usher.engine.message.internal.connection.Routes;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Reason;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Puts a message and its connection together, for a call that cannot fail any more but by the other side. */
@Component
class HandOver {

    private final Routes routes;
    private final Connectors connectors;

    HandOver(Routes routes, Connectors connectors) {
        this.routes = routes;
        this.connectors = connectors;
    }

    /** What came of putting it together. */
    sealed interface Prepared {}

    /** The call, which may be made once. */
    record Ready(Supplier<Delivery> call) implements Prepared {}

    /** It cannot be handed over, and nobody was called. */
    record Cannot(State state, Reason reason) implements Prepared {}

    /** The way that it takes now. */
    Route route(Message message) {
        return Async.value(routes.route(message.workspace(), message.channel(), message.sender()));
    }

    /** By a route that the rules have agreed to, which has a connection and a sender. */
    Prepared prepared(Message message, Route route) {
        var stored = Objects.requireNonNull(route.chosen());
        var chosen = stored.shown();
        var content = message.content();
        if (content == null) {
            return new Cannot(State.REFUSED, MessageReasons.NO_CONTENT.with());
        }
        var connection = routes.opened(stored);
        if (connection.isEmpty()) {
            return new Cannot(State.HELD, MessageReasons.UNREADABLE_SECRET.with(Reason.text(chosen.name())));
        }
        var connector = connectors.of(chosen.kind()).orElseThrow();
        try {
            return new Ready(call(connector, connection.get(), message, content, Objects.requireNonNull(route.from())));
        } catch (IllegalArgumentException e) {
            return new Cannot(
                    State.REFUSED, MessageReasons.BAD_HEADER.with(Reason.text(String.valueOf(e.getMessage()))));
        }
    }

    private static <C extends Content> Supplier<Delivery> call(
            Connector<C> connector, Connection connection, Message message, Content content, Address from) {
        var envelope = new Envelope<>(
                message.id().value(),
                message.createdAt(),
                from,
                message.to(),
                connector.content().cast(content),
                Map.<String, String>of());
        return () -> connector.deliver(connection, envelope);
    }
}
