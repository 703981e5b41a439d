package io.usher.engine.event.internal;

import io.usher.engine.event.Event;
import io.usher.engine.event.EventListeners;
import io.usher.engine.event.EventListeners.Heard;
import io.usher.engine.event.internal.EventStore.Fresh;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks who listens. Acceptance never depends on the answer: without one the event is due, and dispatch looks itself. */
@Component
class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final Function<Event, Heard> ALL_DUE = event -> new Heard.Due();

    private final ObjectProvider<EventListeners> port;

    Listeners(ObjectProvider<EventListeners> port) {
        this.port = port;
    }

    /** Marks new events as due or decided, by who listens in these workspaces now. */
    Mono<UnaryOperator<Fresh>> now(Collection<WorkspaceId> workspaces) {
        return Mono.justOrEmpty(port.getIfAvailable())
                .flatMap(listeners -> listeners.now(workspaces))
                .onErrorResume(e -> {
                    LOG.warn("Who listens could not be read, so the events are due: {}", String.valueOf(e));
                    return Mono.just(ALL_DUE);
                })
                .defaultIfEmpty(ALL_DUE)
                .map(heard -> fresh -> mark(fresh, heard));
    }

    private static Fresh mark(Fresh fresh, Function<Event, Heard> heard) {
        return switch (heard.apply(fresh.event())) {
            case Heard.Due due -> fresh;
            case Heard.Decided(var decisions) -> new Fresh(fresh.event().decided(decisions), fresh.warnings());
        };
    }
}
